import type { Entry } from './entry.ts'

/** Who works where: roles, bodies and services. */
export const peopleAndPlaces: readonly Entry[] = [
  [
    'PO',
    'probation officer',
    'A qualified officer who supervises people on probation, including those who pose a high risk of serious harm.',
  ],
  [
    'PSO',
    'probation services officer',
    'An officer without the probation officer qualification who supervises people on probation, usually at lower risk.',
  ],
  [
    'SPO',
    'senior probation officer',
    'The line manager of a team of practitioners. An SPO allocates cases and holds supervision.',
  ],
  [
    'PQiP',
    'Professional Qualification in Probation',
    'The training that leads to becoming a probation officer. People also say PQiP for the trainee.',
  ],
  [
    'NQO',
    'newly qualified officer',
    'A probation officer who has just qualified. Here that means in the first nine months; it is not a grade of its own.',
  ],
  ['PDU', 'probation delivery unit', 'The local part of the Probation Service: several teams under one head.'],
  ['HoPDU', 'head of probation delivery unit', 'The manager of a PDU, to whom its SPOs report.', ['head of pdu']],
  [
    'QDO',
    'quality development officer',
    'Helps practitioners improve their practice, by observing, auditing cases and giving feedback.',
  ],
  [
    'RO',
    'responsible officer',
    'The officer who supervises somebody on a community or suspended sentence order and enforces it.',
  ],
  [
    'COM',
    'community offender manager',
    'The probation practitioner in the community who is responsible for somebody in prison or on licence.',
  ],
  ['POM', 'prison offender manager', 'The person in the prison who manages somebody’s sentence while they are inside.'],
  [
    'OMiC',
    'Offender Management in Custody',
    'The way prisons and probation share the management of people serving a sentence in prison.',
  ],
  [
    'VLO',
    'victim liaison officer',
    'Keeps victims informed about somebody’s sentence and passes on what they ask for, such as licence conditions.',
  ],
  [
    'VCS',
    'Victim Contact Scheme',
    'Gives victims of some violent and sexual offences information, and a say in licence conditions.',
  ],
  [
    'IDVA',
    'independent domestic violence adviser',
    'Supports people at high risk of domestic abuse with their safety. Not part of probation.',
  ],
  [
    'ISVA',
    'independent sexual violence adviser',
    'Supports people who have experienced sexual violence. Not part of probation.',
  ],
  ['MoJ', 'Ministry of Justice', 'The government department responsible for courts, prisons and probation.'],
  [
    'HMPPS',
    'HM Prison and Probation Service',
    'The agency of the Ministry of Justice that runs prisons and probation in England and Wales.',
  ],
  [
    'HMIP',
    'HM Inspectorate of Probation',
    'Inspects probation and youth justice and reports in public. HM Inspectorate of Prisons uses the same letters.',
  ],
  [
    'NPS',
    'National Probation Service',
    'The public part of probation before June 2021. It is now simply the Probation Service.',
  ],
  [
    'CRC',
    'community rehabilitation company',
    'Companies that supervised people at low and medium risk until June 2021.',
  ],
  [
    'YJS',
    'youth justice service',
    'The local service that supervises children who have offended. It was called a youth offending team.',
    ['yot', 'youth offending team'],
  ],
  [
    'NSD',
    'National Security Division',
    'The part of probation that manages terrorism cases and some others of the greatest concern.',
  ],
  [
    'PPCS',
    'Public Protection Casework Section',
    'The team of HMPPS that deals with recalls to prison and parole casework.',
  ],
  [
    'AP',
    'approved premises',
    'Staffed accommodation for people on probation who need close monitoring, mostly after release. AP can also mean accredited programme.',
  ],
  [
    'CAS',
    'Community Accommodation Service',
    'Places to live for people on probation or bail: CAS1 is approved premises, CAS2 is for bail and early release, CAS3 is short-term housing.',
    ['cas1', 'cas2', 'cas3'],
  ],
  [
    'CRS',
    'Commissioned Rehabilitative Services',
    'Support bought from other organisations, for example on accommodation, work or wellbeing.',
  ],
  ['CSC', 'children’s social care', 'The council service responsible for children who need help or protection.'],
  [
    'MASH',
    'multi-agency safeguarding hub',
    'Where council, police, health and others share information about a child or adult who may be at risk. Safeguarding enquiries often go there.',
  ],
]
