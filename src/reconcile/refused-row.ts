import type { Rejection } from '../sources/source.ts'

/** A refused row that still bears its identifier: something is said of it, and nobody can read what. */
export type RefusedRow = Rejection & { readonly key: string }

/** Refused rows by identifier, in file order; those without a readable one are about nothing known. */
export function refusedByKey(rejections: readonly Rejection[]): Map<string, RefusedRow[]> {
  return Map.groupBy(rejections.filter(hasKey), ({ key }) => key)
}

function hasKey(rejection: Rejection): rejection is RefusedRow {
  return rejection.key !== undefined
}
