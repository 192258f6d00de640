import type { SampleTeam } from '../../../backend/sample/sample-teams.ts'
import { type Asked, listed, listIn, notFound, ok, type Routes } from './wire.ts'

/** hmpps-probation-estate-api: regions, delivery units and teams. */
export const estateRoutes: Routes = {
  'GET /regions': ({ world }) => ok(unique(world.teams.map(({ region }) => region))),
  'POST /regions': ({ world, body }) => {
    const codes = listIn(body, 'teamCodes')
    const teams = world.teams.filter(({ code }) => codes.includes(code))
    return ok(teams.map(({ code, name, region }) => ({ region, team: { code, name } })))
  },
  'GET /region/:code': (asked) => {
    const teams = teamsWhere(asked, ({ region }) => region.code)
    const [first] = teams
    return first === undefined
      ? notFound
      : ok({ ...first.region, probationDeliveryUnits: unique(teams.map(({ pdu }) => pdu)) })
  },
  'GET /probationDeliveryUnit/:code': (asked) => {
    const teams = teamsWhere(asked, ({ pdu }) => pdu.code)
    const [first] = teams
    return first === undefined
      ? notFound
      : ok({ ...first.pdu, region: first.region, teams: teams.map(({ code, name }) => ({ code, name })) })
  },
  'GET /team/search': ({ world, query }) => {
    const codes = listed(query, 'codes')
    return ok(world.teams.filter(({ code }) => codes.includes(code)).map(shown))
  },
  'GET /team/:code': (asked) => {
    const [team] = teamsWhere(asked, ({ code }) => code)
    return team === undefined ? notFound : ok(shown(team))
  },
}

function teamsWhere({ world, part }: Asked, codeOf: (team: SampleTeam) => string): SampleTeam[] {
  return world.teams.filter((team) => codeOf(team) === part('code'))
}

function shown({ code, name, pdu }: SampleTeam) {
  return { code, name, probationDeliveryUnit: pdu }
}

function unique(things: readonly { code: string; name: string }[]): { code: string; name: string }[] {
  return [...new Map(things.map((thing) => [thing.code, thing])).values()]
}
