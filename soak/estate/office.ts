import { join } from 'node:path'
import { makeChance } from '../../demo/chance.ts'
import { makeEstate } from '../../demo/estate.ts'
import type { FinanceLine } from '../../demo/register.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import type { Day } from '../../src/lib/day.ts'
import { agentReportsLost, agentRevertsTag } from '../../src/sources/ocs/simulator.ts'
import { writeWorkbook } from '../../src/workbook/write/write-workbook.ts'

/** The office of the demo with its three books, in which something happens every day. */
export interface Office {
  /** `sources` of a configuration. */
  readonly sources: object
  /**
   * What happens until the night of a day: agents put TAGs back, OCS loses a row, and on the first of a month finance's
   * register of the month lies there, in which assets have moved.
   */
  liveUntil(day: Day): Promise<void>
}

/** Computers of OCS for each device of the fleet, and how few the demo's estate can have. */
const COMPUTERS_PER_DEVICE = 0.3
const FEWEST_COMPUTERS = 200
/** What happens: agents that revert a TAG each night, how often a row is lost, the share of assets that move in a month. */
const REVERTS = 2
const LOST_SHARE = 0.2
const MOVED_SHARE = 0.01

interface OfficeOrder {
  readonly folder: string
  readonly devices: number
  readonly seed: number
}

/** Makes the office in a folder. */
export async function makeOffice({ folder, devices, seed }: OfficeOrder): Promise<Office> {
  const computers = Math.max(FEWEST_COMPUTERS, Math.round(devices * COMPUTERS_PER_DEVICE))
  const estate = makeEstate({ seed, computers })
  const { inbox, ocsFile } = await writeEstate(folder, estate)
  const target = { file: ocsFile }
  const ids = estate.ocs.computers.filter((it) => !it.archived).map((it) => it.hardwareId)
  const chance = makeChance(seed)
  let finance = estate.finance
  return {
    sources: {
      ocs: { file: ocsFile, inventoryField: estate.ocs.inventoryField.name },
      'finance-register': { folder: inbox, file: FINANCE_FILE },
      locations: { folder: inbox },
    },
    liveUntil: async (day) => {
      for (let at = 0; at < REVERTS; at += 1) {
        await agentRevertsTag(target, { hardwareId: chance.pick(ids), tag: 'NA' })
      }
      if (chance.happens(LOST_SHARE)) await agentReportsLost(target, chance.pick(ids))
      if (!day.endsWith('-01')) return
      finance = withMoves(finance, seed + Number(day.slice(0, 7).replace('-', '')))
      await writeRegister(join(inbox, FINANCE_FILE), finance)
    },
  }
}

const FINANCE_FILE = 'AR01 of the month.xlsx'

/** The register with some assets in other places. */
function withMoves(lines: readonly FinanceLine[], seed: number): FinanceLine[] {
  const chance = makeChance(seed)
  const places = lines.flatMap(({ locationId }) => locationId ?? [])
  return lines.map((line) =>
    line.inventoryNumber !== null && line.locationId !== null && chance.happens(MOVED_SHARE)
      ? { ...line, locationId: chance.pick(places) }
      : line,
  )
}

function writeRegister(file: string, lines: readonly FinanceLine[]): Promise<void> {
  return writeWorkbook(file, [
    {
      name: 'AR01-1',
      columns: [{ title: 'No_Inventario' }, { title: 'Local' }],
      rows: lines.map(({ inventoryNumber, locationId }) => [inventoryNumber, locationId]),
    },
  ])
}
