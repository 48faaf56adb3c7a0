import type { Chance } from '../demo/chance.ts'

/** One thing that takes input from outside, and all the input it is tried with. */
export interface Target {
  readonly name: string
  /** What is tried, in a few words. */
  readonly about: string
  /** How much of all inputs it gets, beside the others. */
  readonly share: number
  /** Whether it needs a PostgreSQL. */
  readonly needsDatabase?: boolean
  /** What opens it; only what runs is loaded. */
  load(): Promise<OpenFunction>
}

export type OpenFunction = (place: Place) => Promise<OpenTarget>

export interface OpenTarget {
  /** An input, made by chance alone: equal chance makes equal inputs. */
  make(chance: Chance): Promise<Buffer> | Buffer
  /** How the input ended, in a word or two. What it throws is a finding. */
  run(input: Buffer): Promise<string> | string
  close(): Promise<void>
}

/** Where a target may write, and the server it may make databases on. */
export interface Place {
  readonly folder: string
  readonly postgresUrl: string
}

/** The product did something it must never do, and no error says so. */
export class Broken extends Error {
  override readonly name = 'Broken'
}
