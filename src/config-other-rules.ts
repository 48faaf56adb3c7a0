import { z } from 'zod'
import { ConfigFile } from './config.ts'
import { inCodes } from './config-faults.ts'
import { rulesOf } from './config-rules.ts'
import type { JobSettings } from './jobs/context.ts'
import { configFaultWords } from './language/config-words.ts'
import { type Language, say } from './language/language.ts'

const RULE_PARTS = {
  fleet: ConfigFile.shape.fleet,
  checks: ConfigFile.shape.checks,
  tags: ConfigFile.shape.tags,
}
const RuleParts = z.strictObject(RULE_PARTS)

/** Parts of a configuration that hold rules, as a person writes them; one that is left out stays as it is. */
export type WrittenParts = { readonly [Part in keyof typeof RULE_PARTS]?: unknown }

/** The settings with other rules, or all that is wrong with these. */
export type OtherRules =
  | { readonly kind: 'read'; readonly settings: JobSettings }
  | {
      readonly kind: 'faulty'
      /** With the path of each from the parts on: `checks.staleDays`. */
      readonly faults: readonly { readonly place: string; readonly message: string }[]
    }

/** Puts rules that somebody would try in place of those that are configured. */
export function otherRules(
  settings: JobSettings,
  written: WrittenParts,
  language: Language,
): OtherRules {
  const { data, issues } = inCodes(() => {
    const { data, error } = RuleParts.safeParse(written)
    return { data, issues: error?.issues ?? [] } // worded only when looked at
  })
  if (data === undefined) return { kind: 'faulty', faults: issues.flatMap(faultsIn(language)) }
  const rules = rulesOf(data)
  return {
    kind: 'read',
    settings: {
      ...settings,
      fleet: written.fleet === undefined ? settings.fleet : { ...settings.fleet, ...rules.fleet },
      checks: written.checks === undefined ? settings.checks : rules.checks,
      policy: written.tags === undefined ? settings.policy : rules.tags,
    },
  }
}

/** Each setting that is not known is a fault of its own, at its own place. */
function faultsIn(language: Language) {
  const fault = (path: readonly PropertyKey[], message: string) => {
    const name = path.map(String).join('.')
    const words = configFaultWords({ place: { line: null, name }, message })
    return { place: name, message: say(words, language) }
  }
  return (issue: z.core.$ZodIssue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => fault([...issue.path, key], 'unknown-setting'))
      : [fault(issue.path, issue.message)]
}
