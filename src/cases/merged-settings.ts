/** Settings as somebody wrote them. */
export type WrittenSettings = Readonly<Record<string, unknown>>

/** Settings with others over them: a setting that is named again counts as it is named last, lists whole. */
export function mergedSettings(under: WrittenSettings, over: unknown): WrittenSettings {
  if (!isSettings(over)) return under
  const merged: Record<string, unknown> = { ...under }
  for (const [name, value] of Object.entries(over)) {
    const known = merged[name]
    merged[name] = isSettings(known) && isSettings(value) ? mergedSettings(known, value) : value
  }
  return merged
}

export function isSettings(value: unknown): value is WrittenSettings {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
