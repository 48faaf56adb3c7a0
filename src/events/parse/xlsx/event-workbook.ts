import { AppError } from '../../../lib/errors.ts'
import { closeFile, fileHash } from '../../../workbook/file-descriptor.ts'
import { holdsEncryptedPackage } from '../../../workbook/ole-file.ts'
import type { OpenedWorkbook } from '../../../workbook/opened-workbook.ts'
import { DEFAULT_LIMITS, type WorkbookLimits } from '../../../workbook/workbook-limits.ts'
import { openXlsx } from '../../../workbook/xlsx/open-xlsx.ts'
import type { SpooledFile } from '../bytes/spooled-file.ts'
import type { EventContent } from '../event-content.ts'
import type { EventFile } from '../event-file.ts'
import type { EventFileLimits } from '../event-file-limits.ts'
import { rowBatcher } from '../row-batcher.ts'
import type { RowBatch } from '../row-stream.ts'
import { sheetReader } from './sheet-reader.ts'
import { workbookFault } from './workbook-fault.ts'

/**
 * Opens a spooled file as a workbook, of which the sheets that people see are read one after another.
 * The file is gone when it is closed, or could not be opened.
 */
export async function openEventWorkbook(
  spooled: SpooledFile,
  file: EventFile,
): Promise<EventContent> {
  const workbook = await openSpooled(spooled, file)
  const hidden = workbook.sheets.filter((sheet) => sheet.hidden)
  return {
    nature: () => {
      const hiddenSheets = hidden.map(({ name }) => name)
      return { format: 'xlsx', encoding: null, delimiter: null, hiddenSheets }
    },
    batches: () => workbookBatches(workbook, file),
    close: async () => {
      await workbook.close()
      await spooled.remove()
    },
  }
}

async function openSpooled(spooled: SpooledFile, file: EventFile): Promise<OpenedWorkbook> {
  try {
    const hash = await fileHash(spooled)
    return await openXlsx({ ...spooled, hash }, workbookLimits(file.limits))
  } catch (error) {
    await spooled.remove()
    throw workbookFault(error, file.name)
  }
}

function workbookLimits(limits: EventFileLimits): WorkbookLimits {
  const { fileBytes, unpackedBytes, compressionRatio, rowCharacters, cellCharacters } = limits
  const ofFile = { fileBytes, compressionRatio, rowCharacters, cellCharacters }
  return { ...DEFAULT_LIMITS, ...ofFile, partBytes: unpackedBytes }
}

async function* workbookBatches(
  workbook: OpenedWorkbook,
  file: EventFile,
): AsyncGenerator<RowBatch> {
  const batcher = rowBatcher()
  try {
    for (const { name, hidden, rows } of workbook.sheets) {
      if (hidden) continue
      const take = sheetReader({ file, sheet: name, batcher })
      for await (const found of rows()) {
        for (const row of found) take(row)
        yield* batcher.take()
      }
      yield* batcher.takeRest()
    }
  } catch (error) {
    throw workbookFault(error, file.name)
  }
  if (!batcher.hasBegun()) throw new AppError('file.empty', { file: file.name })
}

/** Says why a file of the years before 2007, or one with a password, cannot be read. */
export async function refuseOleFile(spooled: SpooledFile, file: EventFile): Promise<never> {
  const isEncrypted = await holdsEncryptedPackage(spooled)
  await closeFile(spooled)
  await spooled.remove()
  throw new AppError(isEncrypted ? 'workbook.encrypted' : 'workbook.legacy-xls', {
    file: file.name,
  })
}
