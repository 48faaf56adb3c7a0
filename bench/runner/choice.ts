import { parseArgs } from 'node:util'
import type { Benchmark } from './benchmarks.ts'

/** What of all benchmarks is run, and how. */
export interface Choice {
  readonly chosen: readonly Benchmark[]
  /** Small sizes and few rounds; the kept results stay as they are. */
  readonly isQuick: boolean
  /** Only tell which there are. */
  readonly isList: boolean
}

/** Reads `--only anomaly,checks --quick` and `--list`; throws what is wrong with them. */
export function readChoice(args: readonly string[], all: readonly Benchmark[]): Choice {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  })
  const chosen = values.only === undefined ? all : named(values.only.split(','), all)
  return { chosen, isQuick: values.quick, isList: values.list }
}

/** Those with such names, in the order of all. */
function named(names: readonly string[], all: readonly Benchmark[]): Benchmark[] {
  const unknown = names.filter((name) => all.every((each) => each.name !== name))
  if (unknown.length > 0) {
    const known = all.map(({ name }) => name).join(', ')
    throw new Error(`--only ${unknown.join(',')}: there is ${known}`)
  }
  return all.filter(({ name }) => names.includes(name))
}
