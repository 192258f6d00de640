import { authorityLine } from '../../cards/allocation/rule-line.ts'
import { outcomeInWords } from '../../domain/allocation/check.ts'
import { ruleNamed } from '../../domain/allocation/rules/all-rules.ts'
import { rulesSaid } from '../../domain/allocation/rules-said.ts'
import type { AuditNote } from '../../domain/audit.ts'
import { type Desk, noteOf, type Reply, type Turn } from '../turn.ts'
import type { CaseWeighed, NotWeighed } from './weigh-case.ts'

/** The answer about a case that was not weighed. */
export function notInSightReply(weighed: NotWeighed, turn: Turn, desk: Pick<Desk, 'allocationPolicy'>): Reply {
  return { message: { text: notInSight(weighed, desk) }, notes: notesOfSight(weighed, turn) }
}

/** That a case was not shown to somebody for being of limited access; never which. */
export function notesOfSight({ sight }: Pick<CaseWeighed, 'sight'>, turn: Turn): AuditNote[] {
  return sight === 'restricted' ? [noteOf(turn, 'refused', { detail: 'case' })] : []
}

/** What is said of a case that was not weighed. Where access is restricted, nothing but that. */
export function notInSight(weighed: NotWeighed, desk: Pick<Desk, 'allocationPolicy'>): string {
  if (weighed.sight === 'restricted') return 'Access is restricted.'
  switch (weighed.why) {
    case 'no-such-case':
      return 'There is no case with that number. Please check it: a number is one letter and six digits, like X320741.'
    case 'another-region':
      return 'That case is not in a region you allocate in, so I cannot weigh it.'
    case 'not-answered': {
      const cannotTell = outcomeInWords('cannot-tell')
      const reason =
        'It could not be found out who may see this case. Until it can, access is treated as restricted and nothing of the case is shown.'
      const authority = authorityLine({ rule: 'access' }, rulesSaid(desk.allocationPolicy))
      return `${cannotTell}\n\n${ruleNamed('access').name} (access): ${cannotTell} – ${reason} ${authority}\n\nPlease try again in a few minutes.`
    }
  }
}
