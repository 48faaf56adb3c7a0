import type { Caller } from '../caller.ts'

/** To the sites that a caller is limited to a list is narrowed, whatever else is asked. */
export function amongOf(caller: Pick<Caller, 'sites'> | null): {
  readonly among?: readonly string[]
} {
  return caller?.sites ? { among: caller.sites } : {}
}
