import { z } from 'zod'
import { list, Words } from './as-written.ts'

/** What hmpps-probation-estate-api answers. `GET /team/search?codes=`: a code that it does not know is not among them. */
export const Teams = list(z.object({ code: Words.toUpperCase(), name: Words }))
