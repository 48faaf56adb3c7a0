import { AppError } from '../lib/errors.ts'
import { openCsv } from './csv/open-csv.ts'
import { closeFile, fileHash, fileHead, type OpenFile, openFile } from './file-descriptor.ts'
import { holdsEncryptedPackage } from './ole-file.ts'
import type { OpenedWorkbook } from './opened-workbook.ts'
import { sniff } from './sniff.ts'
import { DEFAULT_LIMITS, refuseBeyond, type WorkbookLimits } from './workbook-limits.ts'
import { openXlsx } from './xlsx/open-xlsx.ts'

/**
 * Opens a workbook for what its bytes are, whatever its name says: xlsx or delimited text. Anything
 * else is refused by name: encrypted, older than 2007, damaged, too large, or no workbook at all.
 */
export async function openWorkbook(
  file: string,
  limits: WorkbookLimits = DEFAULT_LIMITS,
): Promise<OpenedWorkbook> {
  const opened = await openFile(file)
  const hashed = await closingOnFault(opened, async () => {
    refuseBeyond(limits.fileBytes, opened.bytes, { file, what: 'file-bytes' })
    return { ...opened, hash: await fileHash(opened), sniffed: sniff(await fileHead(opened)) }
  })
  if (hashed.sniffed.kind === 'zip') return openXlsx(hashed, limits)
  return closingOnFault(opened, async () => {
    await refuseOther(opened, hashed.sniffed)
    return openCsv(hashed, limits)
  })
}

async function refuseOther(opened: OpenFile, sniffed: ReturnType<typeof sniff>): Promise<void> {
  const { file } = opened
  if (sniffed.kind === 'ole') {
    const isEncrypted = await holdsEncryptedPackage(opened)
    throw new AppError(isEncrypted ? 'workbook.encrypted' : 'workbook.legacy-xls', { file })
  }
  if (sniffed.kind === 'other') {
    throw new AppError('workbook.not-a-workbook', { file, looksLike: sniffed.looksLike })
  }
}

async function closingOnFault<T>(opened: OpenFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await closeFile(opened)
    throw error
  }
}
