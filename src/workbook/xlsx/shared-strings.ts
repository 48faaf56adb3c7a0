import type { Entry } from 'yauzl'
import { refuseBeyond, type WorkbookLimits } from '../workbook-limits.ts'
import type { XmlHandler } from '../xml/xml-scanner.ts'
import { decodeCellText } from '../xml/xml-text.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'
import { scanXmlPart } from './xml-part.ts'

/** What a text takes in memory beside its characters; so endless empty ones are refused too. */
const OVERHEAD_CHARACTERS = 16

/** The texts that cells refer to by index: runs joined, pronunciation hints left out. */
export async function readSharedStrings(
  archive: ZipArchive,
  entry: Entry,
  limits: WorkbookLimits,
): Promise<string[]> {
  const strings: string[] = []
  const handler = stringHandler(archive.file, strings, limits)
  for await (const _ of scanXmlPart({ archive, entry, limits, handler }));
  return strings
}

function stringHandler(file: string, strings: string[], limits: WorkbookLimits): XmlHandler {
  let text = ''
  let isWanted = false
  let isRun = false
  let characters = 0
  return {
    open({ name }, depth) {
      if (depth === 2) text = ''
      if (depth === 3) isRun = name === 'r'
      isWanted = name === 't' && (depth === 3 || (depth === 4 && isRun))
    },
    close(name, depth) {
      isWanted = false
      if (depth !== 2 || name !== 'si') return
      characters += text.length + OVERHEAD_CHARACTERS
      const limit = limits.sharedStringCharacters
      refuseBeyond(limit, characters, { file, what: 'shared-string-characters' })
      strings.push(decodeCellText(text))
    },
    text(read) {
      if (!isWanted) return
      text += read()
      refuseBeyond(limits.cellCharacters, text.length, { file, what: 'cell-characters' })
    },
  }
}
