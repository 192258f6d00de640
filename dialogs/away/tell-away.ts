import { AbsenceId, CoverId } from '../../domain/ids.ts'
import { movedOn, type Tell } from '../telling.ts'
import { absenceMessage, coverMessage } from './show-away.ts'

/** Somebody else wrote down that they are away, changed it, or took it back. */
export const tellOfAbsence: Tell = async (notice, person, desk, today) => {
  const absence = await desk.absences.byId(AbsenceId.parse(notice.about))
  if (absence === undefined || absence.person !== person.staffCode) return undefined
  return { message: await absenceMessage(absence, person, desk, today), shows: absence.id, changed: movedOn }
}

/** They cover for a line manager, somebody covers for them, or no longer. */
export const tellOfCover: Tell = async (notice, person, desk, today) => {
  const cover = await desk.absences.coverById(CoverId.parse(notice.about))
  if (cover === undefined) return undefined
  const covers = await desk.absences.coversOn(today)
  return { message: await coverMessage(cover, person, desk, { today, covers }), shows: cover.id, changed: movedOn }
}
