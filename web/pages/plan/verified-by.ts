/** How a written value stands when it is looked at again. */
export const STANDINGS = [
  ...(['standing', 'reverted', 'changed', 'merged', 'gone', 'unreadable'] as const),
] as const

/** How a written value stands. */
export type Standing = (typeof STANDINGS)[number]

/** What a verification found: how many stand how, and those that do not stand as written. */
export interface Verified {
  readonly standings: Readonly<Partial<Record<Standing, number>>>
  readonly departed: readonly {
    readonly n: number
    readonly name: string
    readonly to: string
    readonly kind: Standing
    readonly found: string
  }[]
}

/** The summary of a run that verified; null for any other. */
export function verifiedBy(summary: unknown): Verified | null {
  const standings = partsOf(partsOf(summary).standings)
  const { departures } = partsOf(summary)
  if (!Array.isArray(departures)) return null
  return {
    standings: Object.fromEntries(
      STANDINGS.flatMap((kind) => {
        const count = standings[kind]
        return typeof count === 'number' ? [[kind, count]] : []
      }),
    ),
    departed: departures.flatMap((each) => {
      const { n, to, recordKey, machine, standing } = partsOf(each)
      const { hostname } = partsOf(machine)
      const { kind, found } = partsOf(standing)
      const known = STANDINGS.find((one) => one === kind)
      if (known === undefined) return []
      return [
        {
          n: Number(n),
          name: said(hostname ?? recordKey),
          to: said(to),
          kind: known,
          found: said(found),
        },
      ]
    }),
  }
}

function partsOf(whole: unknown): Readonly<Record<string, unknown>> {
  return typeof whole === 'object' && whole !== null
    ? Object.fromEntries(Object.entries(whole))
    : {}
}

function said(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
