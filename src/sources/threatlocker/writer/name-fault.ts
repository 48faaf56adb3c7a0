import { trimSpace } from '../../../lib/text.ts'

/** Why a computer cannot be given a name. */
export type NameFault = 'name-blank' | 'name-too-long' | 'name-control-character'

/** The vendor tells no limit; this is what the column of such a name commonly holds. */
const LONGEST_NAME = 255
const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** What is wrong with a name, before the portal is asked; null when nothing is known to be. */
export function nameFault(name: string | null): NameFault | null {
  const trimmed = trimSpace(name ?? '')
  if (trimmed === '') return 'name-blank'
  if (CONTROL.test(trimmed)) return 'name-control-character'
  return trimmed.length > LONGEST_NAME ? 'name-too-long' : null
}
