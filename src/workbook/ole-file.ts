import { fileBlocks, type OpenFile } from './file-descriptor.ts'

const ENTRY_BYTES = 128
const NAME_LENGTH_AT = 64
const ENCRYPTED = Buffer.from('EncryptedPackage\0', 'utf16le')

/** True when an OLE file holds an encrypted xlsx; otherwise it is a workbook of the years before 2007. */
export async function holdsEncryptedPackage(opened: OpenFile): Promise<boolean> {
  for await (const block of fileBlocks(opened)) if (hasEncryptedEntry(block)) return true
  return false
}

/** Directory entries stand at multiples of 128 bytes, and blocks are larger multiples of that. */
function hasEncryptedEntry(block: Buffer): boolean {
  for (let at = 0; at + ENTRY_BYTES <= block.length; at += ENTRY_BYTES) {
    if (block.readUInt16LE(at + NAME_LENGTH_AT) !== ENCRYPTED.length) continue
    if (block.subarray(at, at + ENCRYPTED.length).equals(ENCRYPTED)) return true
  }
  return false
}
