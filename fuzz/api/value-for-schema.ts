import type { Chance } from '../../demo/chance.ts'
import { ODD_TEXTS } from '../inputs/words.ts'
import type { Document, Schema } from './open-api.ts'

/** Names, days, codes and numbers that mean something to the server. */
export interface Vocabulary {
  readonly words: readonly string[]
  readonly numbers: readonly number[]
}

export interface ValueMaker {
  readonly document: Document
  readonly vocabulary: Vocabulary
  readonly chance: Chance
  /** How much of what is made is of another kind than the schema says. */
  readonly oddShare: number
  /** How deep inside a value it is; 0 unless given. */
  readonly depth?: number
}

const MOST_ITEMS = 4
const DEEPEST = 6
const LONG = 3000

/** A value as a schema wants it, or not. */
export function valueFor(schema: Schema, maker: ValueMaker): unknown {
  const { chance, document, oddShare, depth = 0 } = maker
  if (chance.happens(oddShare)) return oddValue(chance)
  const { anyOf, oneOf, allOf, const: fixed, enum: choices, ...plain } = document.resolve(schema)
  const several = anyOf ?? oneOf ?? allOf
  if (several) return valueFor(chance.pick(several), maker)
  if (fixed !== undefined) return fixed
  if (choices) return chance.pick(choices)
  const { type } = plain
  const one = Array.isArray(type) ? chance.pick(type) : type
  return depth > DEEPEST ? null : valueOfType(one, plain, maker)
}

function valueOfType(type: unknown, schema: Schema, maker: ValueMaker): unknown {
  const { chance, vocabulary } = maker
  switch (type) {
    case 'string':
      return chance.happens(0.85) ? chance.pick(vocabulary.words) : chance.pick(ODD_TEXTS)
    case 'integer':
    case 'number':
      return numberOf(schema, maker)
    case 'boolean':
      return chance.happens(0.5)
    case 'null':
      return null
    case 'array':
      return Array.from({ length: chance.below(MOST_ITEMS) }, () =>
        valueFor(schema.items ?? {}, deeper(maker)),
      )
    case 'object':
      return objectOf(schema, maker)
    default:
      return oddValue(chance)
  }
}

function numberOf({ minimum, maximum }: Schema, { chance, vocabulary }: ValueMaker): number {
  return chance.pick([
    ...vocabulary.numbers,
    minimum ?? 0,
    maximum ?? 9,
    (maximum ?? 9) + 1,
    1,
    2,
    3,
  ])
}

function objectOf(schema: Schema, maker: ValueMaker): object {
  const { chance, vocabulary } = maker
  const { properties = {}, required = [], additionalProperties } = schema
  const entries = Object.entries(properties)
    .filter(([name]) => (required.includes(name) ? !chance.happens(0.04) : chance.happens(0.5)))
    .map(([name, inner]) => [name, valueFor(inner, deeper(maker))])
  const inner = typeof additionalProperties === 'object' ? additionalProperties : null
  const also = inner ?? (chance.happens(0.03) ? {} : null)
  if (also) {
    const name = chance.happens(0.8) ? chance.pick(vocabulary.words) : chance.pick(ODD_TEXTS)
    entries.push([name, valueFor(also, deeper(maker))])
  }
  return Object.fromEntries(entries)
}

function deeper(maker: ValueMaker): ValueMaker {
  return { ...maker, depth: (maker.depth ?? 0) + 1 }
}

function oddValue(chance: Chance): unknown {
  return chance.pick<() => unknown>([
    () => chance.pick(ODD_TEXTS),
    () => chance.pick(ODD_TEXTS).repeat(1 + chance.below(LONG)),
    () => chance.pick([0, -1, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 31, -(2 ** 63)]),
    () => chance.pick([null, true, false, [], {}, [[]], [null], { length: -1 }]),
    () => nested(1 + chance.below(300)),
    () => Array.from({ length: chance.below(1200) }, (_, at) => at),
  ])()
}

function nested(depth: number): unknown {
  let value: unknown = 'x'
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value }
  return value
}
