import { useChecks } from '../../api/use-findings.ts'

/** What checks are called and say; a code that is none of ours stands for itself. */
export interface CheckNames {
  titleOf(code: string): string
  saysOf(code: string): string
}

/** Names of checks in the language of the screen. */
export function useCheckNames(): CheckNames {
  const known = new Map(useChecks().data?.items.map((check) => [check.code, check]))
  return {
    titleOf: (code) => known.get(code)?.title ?? code,
    saysOf: (code) => known.get(code)?.says ?? code,
  }
}
