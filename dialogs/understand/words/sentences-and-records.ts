import type { Entry } from '../glossary.ts'

/** Orders and licences, the records kept of them, and staff supervision. */
export const sentencesAndRecords: readonly Entry[] = [
  [
    'CRN',
    'case reference number',
    'The number of a person on probation in nDelius: a letter and six digits, like X320741.',
  ],
  [
    'nDelius',
    'National Delius',
    'The case record of the Probation Service. What is done with a person on probation is entered there.',
    ['delius'],
  ],
  [
    'NSI',
    'non-statutory intervention',
    'An entry in nDelius for work or a process beside the sentence itself, such as a breach or a referral.',
  ],
  ['ISP', 'initial sentence plan', 'The first plan for somebody’s sentence, made soon after sentence or release.'],
  ['PSR', 'pre-sentence report', 'The report probation writes to help a court decide on a sentence.'],
  [
    'EPF',
    'Effective Proposal Framework',
    'A tool that shows which sentence proposals and interventions suit a person.',
  ],
  ['CO', 'community order', 'A sentence served in the community, with one or more requirements.'],
  [
    'SSO',
    'suspended sentence order',
    'A prison sentence that is not served if the person keeps to its requirements and commits no new offence.',
  ],
  [
    'UPW',
    'unpaid work',
    'A requirement to work without pay for 40 to 300 hours, also called community payback.',
    ['community payback'],
  ],
  [
    'RAR',
    'rehabilitation activity requirement',
    'A requirement to take part in activities that help somebody stop offending, for up to a number of days.',
  ],
  ['DRR', 'drug rehabilitation requirement', 'A requirement to have drug treatment and tests.'],
  ['ATR', 'alcohol treatment requirement', 'A requirement to have treatment for dependence on alcohol.'],
  ['MHTR', 'mental health treatment requirement', 'A requirement to have treatment for mental health.'],
  [
    'AAMR',
    'alcohol abstinence and monitoring requirement',
    'A requirement not to drink, checked by a tag that senses alcohol.',
  ],
  ['EM', 'electronic monitoring', 'A tag that checks a curfew, a place or alcohol.'],
  [
    'PSS',
    'post-sentence supervision',
    'Supervision after the licence of a short prison sentence. The Sentencing Act 2026 repeals it in stages.',
  ],
  [
    'ORA',
    'Offender Rehabilitation Act 2014',
    'The Act that brought supervision after release to people serving short prison sentences.',
  ],
  ['HDC', 'home detention curfew', 'Release from prison before the usual date, on a tag and a curfew.'],
  ['ROTL', 'release on temporary licence', 'Leave from prison for a short time and a purpose, such as work or family.'],
  ['CRD', 'conditional release date', 'The day somebody must be released from prison on licence.'],
  ['SED', 'sentence expiry date', 'The last day of the whole sentence.'],
  ['LED', 'licence expiry date', 'The last day of the licence.'],
  ['PED', 'parole eligibility date', 'The first day the Parole Board may release somebody.'],
  ['FTR', 'fixed-term recall', 'A return to prison for a set time after a breach of licence.'],
  [
    'IPP',
    'imprisonment for public protection',
    'A sentence without an end date. No new ones are given since 2012, but many people still serve one.',
  ],
  ['EDS', 'extended determinate sentence', 'A prison sentence with a longer licence, for people found dangerous.'],
  [
    'FTA',
    'failure to attend',
    'An appointment that was missed. Without an acceptable reason it is a failure to comply.',
  ],
  [
    'ETE',
    'employment, training and education',
    'Work and learning, as a need or as something to do in a sentence. Part of unpaid work hours may be spent on it.',
  ],
  ['BBR', 'Building Better Relationships', 'An accredited programme for men who have been violent to a partner.'],
  ['TSP', 'Thinking Skills Programme', 'An accredited programme about thinking before acting and solving problems.'],
  [
    'WMT',
    'Workload Management Tool',
    'The tool that works out how full a practitioner’s workload is, as points and a percentage.',
  ],
  [
    'ARNS',
    'Assess Risks and Needs',
    'The service that holds risk and needs assessments and gives them to other systems.',
  ],
  [
    'SPDR',
    'staff performance and development review',
    'The yearly cycle of objectives and feedback for staff. Here it is the performance kind of supervision.',
  ],
  [
    'CBF',
    'competency based framework',
    'The framework that links moving up a pay scale to showing the skills of the job. Here it is the competency kind of supervision.',
  ],
  [
    'RPSS',
    'Reflective Practice Supervision Standards',
    'The standards for reflective supervision of practitioners. Their numbers here are defaults that your region may change.',
  ],
  [
    'RCAT',
    undefined,
    'Here it is a kind of supervision: an audit of a randomly drawn case with ratings, one each quarter by default. I have no public source for what the letters stand for.',
  ],
  [
    'SAQUA',
    undefined,
    'Here it is a kind of supervision: a yearly look at a case the practitioner nominates, with a one-to-one and a panel. I have no public source for what the letters stand for.',
    ['saqa'],
  ],
  [
    'touch point',
    undefined,
    'A talk between practitioner and SPO some days after a case is allocated, to check that it is going well. Here it is due after 15 days by default.',
    ['touchpoint'],
  ],
  [
    'management oversight',
    undefined,
    'An entry that shows a manager has looked at a case and what they decided, with reasons.',
    ['mo'],
  ],
]
