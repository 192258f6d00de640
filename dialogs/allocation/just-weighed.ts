import { verdictCard } from '../../cards/allocation/verdict-card.ts'
import { rulesSaid } from '../../domain/allocation/rules-said.ts'
import type { Desk, Reply } from '../turn.ts'
import { goesOnAbout } from './goes-on-about.ts'
import type { OneWeighed } from './weigh-case.ts'

/** The verdict about one person who was just weighed, with every reason. */
export function justWeighed(
  { answer, facts, person, weighing }: Extract<OneWeighed, { sight: 'open' }>,
  desk: Pick<Desk, 'allocationPolicy'>,
): Reply {
  const message = verdictCard({
    answer,
    weighing,
    person,
    caseName: facts.name,
    rules: rulesSaid(desk.allocationPolicy),
    told: 'now',
    mayDecide: true,
  })
  return { message, ...goesOnAbout(answer.crn, answer.id, person.staffCode) }
}
