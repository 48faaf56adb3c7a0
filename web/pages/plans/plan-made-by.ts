/** The plan a run of making one ended with, as its summary tells; null where it made none. */
export function planMadeBy(summary: unknown): number | null {
  const told = partOf(summary, 'plan')
  const plan = partOf(told, 'plan')
  return typeof plan === 'number' ? plan : null
}

function partOf(whole: unknown, name: string): unknown {
  if (typeof whole !== 'object' || whole === null || !(name in whole)) return undefined
  return Object.getOwnPropertyDescriptor(whole, name)?.value
}
