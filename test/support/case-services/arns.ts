import { broken, notFound, ofCase, ok, type Routes } from './wire.ts'

/** The risk and needs service. It knows nobody who has not been assessed, and says so with 404. */
export const arnsRoutes: Routes = {
  'GET /risks/crn/:crn/widget': ofCase((one) => {
    if (one.unanswered.includes('rosh')) return broken
    if (one.rosh === undefined) return notFound
    return ok({
      overallRisk: one.rosh.level,
      ...(one.rosh.assessedOn === undefined ? {} : { assessedOn: one.rosh.assessedOn.toString() }),
      riskInCommunity: { Public: 'LOW', Children: 'LOW', 'Known Adult': 'MEDIUM', Staff: 'LOW' },
      riskInCustody: {},
    })
  }),
  'GET /risks/crn/:crn/summary': ofCase((one) => {
    if (one.unanswered.includes('rosh')) return broken
    return one.rosh === undefined ? notFound : ok({ overallRiskLevel: one.rosh.level })
  }),
  'GET /risks/crn/:crn/predictors/all': ofCase(() => ok([])),
  'GET /risks/crn/:crn/predictors/rsr/history': ofCase(() => ok([])),
  'GET /assessments/timeline/crn/:crn': ofCase((one) => {
    if (one.unanswered.includes('assessments')) return broken
    return ok({
      timeline: one.assessments.map(({ status, completedOn }, place) => ({
        assessmentPk: 9_000 + place,
        assessmentType: 'LAYER_3',
        status,
        ...(completedOn === undefined ? {} : { completedDate: `${completedOn}T23:11:59` }),
      })),
    })
  }),
  'GET /assessments/crn/:crn/sexually-motivated-offence': ofCase((one) => {
    if (one.unanswered.includes('sexual-offence')) return broken
    return ok({ everCommittedSexualOffence: one.everSexualOffence ?? null })
  }),
}
