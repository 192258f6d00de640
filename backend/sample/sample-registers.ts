import { type RegisterCode, registerCodes } from '../../domain/allocation/case-facts.ts'
import type { SampleRegister } from './sample-case.ts'

/** The registers of the sample cases, as the case services name them. */
export const sampleRegisterNames: Readonly<Record<SampleRegister, string>> = {
  RLRH: 'Low RoSH',
  RMRH: 'Medium RoSH',
  RHRH: 'High RoSH',
  RVHR: 'Very High RoSH',
  RCPR: 'Child Protection',
  RCCO: 'Child Concerns',
  RCHD: 'Risk to Children',
  ADVP: 'Domestic Abuse Perpetrator',
  REG30: 'Domestic Abuse History',
  RMDO: 'Mental Health Issues',
}

/** The code of a register that a rule asks about; undefined for any other. */
export function ruledRegister(code: SampleRegister): RegisterCode | undefined {
  return registerCodes.find((ruled) => ruled === code)
}
