import { z } from 'zod'

const Spread = z.object({
  median: z.number(),
  min: z.number(),
  max: z.number(),
  /** Each measurement, in the order in which they were taken. */
  rounds: z.array(z.number()).min(1),
})

/** What is aimed at, of Muster's own figure or of the ratio, and whether the median keeps to it. */
const Target = z.object({
  of: z.enum(['Muster', 'ratio']),
  bound: z.enum(['at most', 'at least', 'under']),
  value: z.number(),
  met: z.boolean(),
})

const Figure = z.object({
  name: z.string().min(1),
  /** Empty where the figure is a share or a score. */
  unit: z.string(),
  /** What it was measured with, where there are several sizes: `100,000 machines`. */
  size: z.string().optional(),
  muster: Spread,
  peer: Spread.extend({ name: z.string().min(1) }).optional(),
  /** Taken round by round, where there is a peer. */
  ratio: Spread.extend({ of: z.enum(['Muster / peer', 'peer / Muster']) }).optional(),
  target: Target.optional(),
})

/** A result of a benchmark as it is kept beside its report: what was measured, when, on what and with what. */
export const KeptResult = z.object({
  name: z.string().min(1),
  takenOn: z.iso.date(),
  command: z.string().min(1),
  machine: z.object({
    cores: z.int().positive(),
    model: z.string(),
    memoryGib: z.number().positive(),
    system: z.string(),
  }),
  /** Of Muster, Node, the servers and the peers. */
  versions: z.record(z.string(), z.string()),
  /** Load averages of 1, 5 and 15 minutes before anything was done. */
  loadAtStart: z.array(z.number()).length(3),
  figures: z.array(Figure).min(1),
})

export type KeptResult = z.infer<typeof KeptResult>
export type KeptFigure = z.infer<typeof Figure>
export type KeptSpread = z.infer<typeof Spread>
export type KeptTarget = z.infer<typeof Target>

/** The figures of the full size, which is measured last. */
export function fullSizeFigures({
  figures,
}: {
  readonly figures: readonly KeptFigure[]
}): KeptFigure[] {
  const full = figures.at(-1)?.size
  return figures.filter(({ size }) => size === undefined || size === full)
}
