import { figureOf } from '../figure.ts'
import type { KeptFigure, KeptResult } from '../kept-result.ts'

/** A result as a benchmark keeps it, of a plan measured in two rounds beside pandas unless told otherwise. */
export function kept(name: string, figures: readonly KeptFigure[] = [plan(3)]): KeptResult {
  return {
    ...{ name, takenOn: '2026-11-22', command: `node bench/${name}.ts` },
    machine: { cores: 2, model: 'A processor', memoryGib: 24, system: 'Linux 6.18' },
    versions: { Muster: '0.1.0', Node: '24.21.0', peer: 'pandas 1.5.3' },
    loadAtStart: [0.1, 0.2, 0.3],
    figures: [...figures],
  }
}

/** Planning 1,000 changes in `seconds` and one more, for which 5 are aimed at; the peer takes 8. */
export function plan(seconds: number): KeptFigure {
  return figureOf({
    ...{ name: 'plan', unit: 's', size: '1,000 changes', muster: [seconds, seconds + 1] },
    peer: { name: 'pandas', values: [8, 8] },
    aim: { of: 'Muster', bound: 'at most', value: 5 },
  })
}
