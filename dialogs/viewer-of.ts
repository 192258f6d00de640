import type { CaseViewer } from '../domain/case-view.ts'
import type { Turn } from './turn.ts'

/** Whoever asks, as the case services are told: with the token that Teams gave, where there is one, so that they can be asked in that name. */
export function viewerOf({ person, userToken }: Pick<Turn, 'person' | 'userToken'>): CaseViewer {
  return { staffCode: person.staffCode, ...(userToken === undefined ? {} : { userToken }) }
}
