import type { z } from 'zod'
import { inCodes } from '../config-faults.ts'
import type { ConfigFault } from '../config-yaml.ts'
import { configFaultWords } from '../language/config-words.ts'
import { type Language, say } from '../language/language.ts'

/** A text as it was read, and the file it stands in. */
export interface NamedText {
  readonly file: string
  readonly text: string
}

/** What stands at a path of a text, to be held against a schema. */
export interface Written {
  readonly content: unknown
  readonly path: readonly (string | number)[]
  placeOf(path: readonly PropertyKey[]): ConfigFault['place']
  /** Said of a word the schema does not know. */
  readonly unknown: 'unknown-setting' | 'unknown-word'
}

/** What a schema finds wrong; each word that is not known is a fault of its own, at its own line. */
export function faultsBy(schema: z.ZodType, written: Written): ConfigFault[] {
  const { content, path, placeOf, unknown } = written
  return inCodes(() =>
    (schema.safeParse(content).error?.issues ?? []).flatMap((issue) => {
      const at = [...path, ...issue.path]
      if (issue.code !== 'unrecognized_keys')
        return [{ place: placeOf(at), message: issue.message }]
      return issue.keys.map((key) => ({ place: placeOf([...at, key]), message: unknown }))
    }),
  )
}

/**
 * Faults as sentences that begin with the file and the line, in the order of their lines.
 * @example 'tests/fleet.yaml:12: cases.1.given.ninjaone.1.serial: must be a text'
 */
export function toldOf(
  { file }: Pick<NamedText, 'file'>,
  faults: readonly ConfigFault[],
  language: Language,
): string[] {
  const inOrder = faults.toSorted((one, other) => lineOf(one) - lineOf(other))
  return inOrder.map(({ place: { line, name }, message }) => {
    const said = say(configFaultWords({ place: { line: null, name }, message }), language)
    return `${file}${line === null ? '' : `:${line}`}: ${said}`
  })
}

/** What stands in no line comes last. */
function lineOf({ place }: ConfigFault): number {
  return place.line ?? Number.MAX_SAFE_INTEGER
}
