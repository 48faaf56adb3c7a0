/** The settings of a systemd unit, by section; a setting may be given several times. */
export type Unit = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>

/** Takes a unit file apart. */
export function unitOf(text: string): Unit {
  const unit = new Map<string, Map<string, string[]>>()
  let section = new Map<string, string[]>()
  for (const line of text.split('\n').filter((each) => !/^\s*(?:[#;]|$)/u.test(each))) {
    const [, name] = /^\[(\w+)\]$/u.exec(line) ?? []
    if (name !== undefined) {
      section = new Map()
      unit.set(name, section)
      continue
    }
    const at = line.indexOf('=')
    const key = line.slice(0, at)
    section.set(key, [...(section.get(key) ?? []), line.slice(at + 1)])
  }
  return unit
}
