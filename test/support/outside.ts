import type { Outside } from '../../src/sources/outside.ts'

/** A world for sources in tests: waits take no time but are counted, chance is even, tokens are kept in memory. */
export interface TestOutside extends Outside {
  /** Milliseconds waited, in order. */
  readonly waits: number[]
  /** The token text kept last. */
  kept(): string | null
}

/** Its clock starts at an instant and moves only while somebody waits. */
export function testOutside(start = new Date('2026-11-21T03:00:00Z')): TestOutside {
  let passed = 0
  let tokens: string | null = null
  const waits: number[] = []
  return {
    waits,
    now: () => new Date(start.getTime() + passed),
    random: () => 0.5,
    async sleep(milliseconds) {
      waits.push(milliseconds)
      passed += milliseconds
    },
    tokens: {
      load: async () => tokens,
      async save(text) {
        tokens = text
      },
    },
    kept: () => tokens,
  }
}
