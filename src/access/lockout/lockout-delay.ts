/** What tries to sign in are counted by. */
export type TrySubject = 'account' | 'address'

/** Tries without a success that cost nothing; an address is shared by many people. */
const FREE_TRIES: Readonly<Record<TrySubject, number>> = { account: 5, address: 25 }
const FIRST_DELAY_SECONDS = 30
const LONGEST_DELAY_SECONDS = 15 * 60

/**
 * How long nobody may try again after so many tries without a success, in seconds: twice as long each
 * time, and never longer than a quarter of an hour, so that a stranger cannot shut a person out for good.
 *
 * @example lockoutDelay('account', 6) // => 60
 */
export function lockoutDelay(subject: TrySubject, tries: number): number {
  const beyond = tries - FREE_TRIES[subject]
  if (beyond < 0) return 0
  return Math.min(FIRST_DELAY_SECONDS * 2 ** beyond, LONGEST_DELAY_SECONDS)
}
