import { writeFile } from 'node:fs/promises'
import { AppError } from '../lib/errors.ts'

/** Writes a commented configuration; never over one that is there. */
export async function writeFirstConfig(file: string): Promise<void> {
  await writeFile(file, FIRST_CONFIG, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw new AppError('config.exists', { file }, { cause: error })
    throw error
  })
}

/** Every setting with its default, and what it means. */
export const FIRST_CONFIG = `# Configuration of Muster. Relative paths start at this file's folder.

# Language of what people read: en or es. Without it, LANG decides.
# language: es

# Where Muster keeps its own data (its own PostgreSQL, unless DATABASE_URL names a server).
dataFolder: data

# In which time zone a day is a day.
timeZone: UTC

sources:
  # The OCS Inventory database. Its password comes from the environment: MUSTER_OCS_PASSWORD.
  ocs:
    host: localhost
    port: 3306
    user: muster
    database: ocsweb
    # Name of the custom field (administrative data) that holds the inventory number.
    inventoryField: NUMINV
    # Also read computers that OCS has archived.
    includeArchived: false

  # Finance's AR01 workbook: the newest file of that name in the folder.
  finance-register:
    folder: inbox
    file: "*AR01*"
    # sheet: Hoja1
    # headerRow: 9
    # columns: { inventoryNumber: F, locationId: I }

  # HR's classifier of locations.
  locations:
    folder: inbox
    file: "*local*"

tags:
  # Words that stand for a virtual machine where an inventory number would be.
  virtualMachineWords: [MV]
  # Whether OCS's own evidence of a virtual machine counts as well.
  virtualMachineByEvidence: true
  # Words that mean "no number".
  emptyWords: []
  # TAGs set on purpose, never changed: * and ? are wild.
  protectedTags: []
  # Computers that share a number: tag-all, tag-newest or tag-none.
  duplicates: tag-all

guards:
  # Largest share of records that may go missing from a source unasked.
  shrink: 0.2
  # Largest share of OCS rows a plan may change unasked, after the first one.
  share: 0.3
`
