/** What the operating system says of a file that holds a secret. */
export interface SecretFile {
  readonly mode: number
  /** Number of the account it belongs to. */
  readonly uid: number
}

/** Why a file is no place for a secret. */
export type SecretExposure =
  | { readonly problem: 'others-may-read'; readonly found: string }
  | { readonly problem: 'foreign-owner'; readonly found: string }

const OTHERS = 0o077
const PERMISSIONS = 0o777
const ROOT = 0

/**
 * Who beside this account may read or alter the file; null where nobody but root may. An account of null stands
 * for a system without such rights, where there is nothing to judge.
 *
 * @example secretExposure({ mode: 0o100644, uid: 0 }, 0) // => { problem: 'others-may-read', found: '644' }
 */
export function secretExposure(
  { mode, uid }: SecretFile,
  account: number | null,
): SecretExposure | null {
  if (account === null) return null
  if ((mode & OTHERS) !== 0) {
    const found = (mode & PERMISSIONS).toString(8).padStart(3, '0')
    return { problem: 'others-may-read', found }
  }
  if (uid !== account && uid !== ROOT) return { problem: 'foreign-owner', found: String(uid) }
  return null
}
