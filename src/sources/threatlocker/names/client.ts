import type { Outside } from '../../outside.ts'
import { connectThreatlocker } from '../client.ts'
import { computerKeyOf, namedComputerIn } from '../computer-row.ts'
import { accountOf, type ThreatlockerSettings } from '../schema.ts'
import type { NameReading } from './name-reading.ts'

/** Reads the names of all computers, for a look back, which keeps no delivery. */
export async function readComputerNames(
  settings: ThreatlockerSettings,
  outside: Outside,
): Promise<NameReading> {
  const connection = await connectThreatlocker(settings, outside)
  const names = new Map<string, string | null>()
  const unreadable = new Set<string>()
  let hasStray = false
  try {
    for await (const batch of connection.rows()) {
      for (const { row } of batch) {
        const key = computerKeyOf(row)
        const computer = namedComputerIn(row)
        if (key === null) hasStray = true
        else if (computer === null) unreadable.add(key)
        else names.set(key, computer.name)
      }
    }
    const isWhole = !hasStray && (connection.missing?.() ?? []).length === 0
    return { target: accountOf(settings), names, unreadable, isWhole }
  } finally {
    await connection.close()
  }
}
