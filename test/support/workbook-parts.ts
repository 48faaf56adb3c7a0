import { createWriteStream, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'
import { ZipFile } from 'yazl'

/** A fresh folder for the files of one test. */
export function testFolder(): string {
  return mkdtempSync(join(tmpdir(), 'muster-workbook-'))
}

/** Every part of a package as text, by name. */
export async function readParts(file: string): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false })
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)))
  }
  zip.close()
  return parts
}

/** Packs hand-made parts into a package. */
export async function packParts(
  file: string,
  parts: Iterable<readonly [string, string | Buffer]>,
): Promise<string> {
  const zip = new ZipFile()
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
  return file
}

const TOKEN =
  /<!--(?:(?!--)[\s\S])*-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([^\s<>/="']+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g
const LOOSE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/
const UNUSABLE = /[[\p{Cc}--[\t\n\r\x7f-\x9f]]\p{Cs}\ufffe\uffff]/v

/** What makes `xml` not well-formed, prefixes without a namespace included; null when it is. */
export function xmlFault(xml: string): string | null {
  const open: { name: string; prefixes: Set<string> }[] = []
  let roots = 0
  if (LOOSE_AMPERSAND.test(xml)) return 'loose &'
  if (UNUSABLE.test(xml)) return 'unusable character'
  for (const [token, closing, name, attributes = '', empty] of xml.matchAll(TOKEN)) {
    if (token === '<') return 'loose <'
    if (name === undefined) {
      if (open.length === 0 && !token.startsWith('<') && token.trim() !== '') return 'text outside'
      continue
    }
    if (closing) {
      if (open.pop()?.name !== name) return `</${name}> closes nothing`
      continue
    }
    if (open.length === 0) roots += 1
    const names = [...attributes.matchAll(/([^\s="']+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map(
      (m) => m[1],
    )
    if (new Set(names).size < names.length) return `attribute twice in ${token}`
    const prefixes = new Set(open.at(-1)?.prefixes ?? ['xml', 'xmlns'])
    for (const attribute of names) {
      if (attribute?.startsWith('xmlns:')) prefixes.add(attribute.slice(6))
    }
    for (const used of [name, ...names]) {
      const [prefix, local] = used?.split(':') ?? []
      if (local !== undefined && !prefixes.has(prefix ?? '')) return `prefix of ${used} unknown`
    }
    if (!empty) open.push({ name, prefixes })
  }
  if (open.length > 0) return `<${open.at(-1)?.name}> never closed`
  return roots === 1 ? null : `${roots} roots`
}
