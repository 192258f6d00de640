/** A team with the probation delivery unit (PDU) and region it belongs to. All invented. */
export type SampleTeam = {
  code: string
  name: string
  pdu: { code: string; name: string }
  region: { code: string; name: string }
}

const region = { code: 'N03', name: 'Northern Marches' }
const kelmoor = { code: 'N03PDU1', name: 'Kelmoor' }
const wyndle = { code: 'N03PDU2', name: 'Wyndle Valley' }

/** The teams of the sample world: two in each of two PDUs. */
export const sampleTeams: readonly SampleTeam[] = [
  { code: 'N03T01', name: 'Kelmoor North', pdu: kelmoor, region },
  { code: 'N03T02', name: 'Kelmoor South', pdu: kelmoor, region },
  { code: 'N03T03', name: 'Wyndle East', pdu: wyndle, region },
  { code: 'N03T04', name: 'Wyndle West', pdu: wyndle, region },
]

/** The PDU a team belongs to. Throws for a team that is not in the sample world. */
export function pduCodeOf(teamCode: string): string {
  const team = sampleTeams.find((candidate) => candidate.code === teamCode)
  if (team === undefined) throw new Error(`The sample world has no team ${teamCode}.`)
  return team.pdu.code
}
