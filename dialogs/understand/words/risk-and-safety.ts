import type { Entry } from './entry.ts'

/** Risk, safeguarding and public protection. */
export const riskAndSafety: readonly Entry[] = [
  [
    'RoSH',
    'risk of serious harm',
    'How likely it is that somebody causes serious harm, and to whom: low, medium, high or very high.',
  ],
  [
    'OASys',
    'Offender Assessment System',
    'The assessment of somebody’s risks and needs, with the plan that follows from it.',
  ],
  ['RSR', 'risk of serious recidivism', 'A score for the chance of a serious new offence within two years.'],
  [
    'OGRS',
    'Offender Group Reconviction Scale',
    'A score for the chance of any new proven offence, worked out from age and criminal history.',
    ['ogrs3', 'ogrs4'],
  ],
  ['OGP', 'OASys General reoffending Predictor', 'A score for the chance of non-violent reoffending.'],
  ['OVP', 'OASys Violence Predictor', 'A score for the chance of violent reoffending.'],
  ['OSP', 'OASys Sexual reoffending Predictor', 'A score for the chance of a new sexual offence.'],
  ['SARA', 'Spousal Assault Risk Assessment', 'A structured assessment of the risk of violence to a partner.'],
  [
    'ARMS',
    'Active Risk Management System',
    'An assessment that police and probation use for men convicted of sexual offences.',
  ],
  [
    'DASH',
    'domestic abuse, stalking and harassment checklist',
    'A list of questions that shows how much danger a victim of domestic abuse is in.',
  ],
  [
    'RMP',
    'risk management plan',
    'The part of OASys that says how the risk of harm will be managed, by whom and what to do if it rises.',
  ],
  [
    'MAPPA',
    'multi-agency public protection arrangements',
    'How police, probation, prisons and others manage certain violent and sexual offenders together. It has categories 1 to 4 and levels 1 to 3.',
  ],
  [
    'MARAC',
    'multi-agency risk assessment conference',
    'A meeting about victims at the highest risk of domestic abuse and how to keep them safe.',
  ],
  [
    'LAO',
    'limited access offender',
    'A case that only named people may open. Here such a case is never shown to anybody else.',
    ['limited access'],
  ],
  ['DA', 'domestic abuse', 'Abuse by a partner, a former partner or a family member; not only violence.'],
  ['DV', 'domestic violence', 'An older name for domestic abuse.'],
  [
    'IOM',
    'Integrated Offender Management',
    'Police, probation and others working together with people who keep committing offences such as burglary and robbery.',
  ],
  [
    'SFO',
    'serious further offence',
    'A grave offence that somebody is charged with while on probation or soon after. Each one is reviewed.',
  ],
  [
    'ViSOR',
    'Violent and Sex Offender Register',
    'The restricted database that police, probation and prisons share on people managed for public protection.',
  ],
  [
    'SHPO',
    'sexual harm prevention order',
    'A court order that forbids or requires certain things to protect people from sexual harm.',
  ],
  ['DAPO', 'domestic abuse protection order', 'A court order to protect somebody from domestic abuse.'],
  [
    'CIN',
    'child in need',
    'A child who gets help from children’s social care under a plan, below the threshold of child protection.',
  ],
  [
    'CP',
    'child protection',
    'Action for a child who is suffering or likely to suffer significant harm. Such a child may be on a child protection plan.',
  ],
  ['NRM', 'National Referral Mechanism', 'The way potential victims of modern slavery are identified and supported.'],
  [
    'OPD',
    'Offender Personality Disorder pathway',
    'Services of prisons, probation and the NHS for people likely to have a personality disorder and a high risk of harm.',
  ],
  [
    'SEEDS',
    'Skills for Effective Engagement, Development and Supervision',
    'A way of working with people on probation, and of reflecting on that work, that staff are trained in.',
    ['seeds2'],
  ],
  [
    'SAR',
    'subject access request',
    'Somebody asking for the information held about them. What is written in a record may be read by the person.',
  ],
  [
    'ACE',
    'adverse childhood experience',
    'Something harmful in childhood, such as abuse or neglect, that can affect a person for life.',
    ['aces'],
  ],
]
