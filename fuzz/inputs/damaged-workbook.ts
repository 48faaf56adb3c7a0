import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Chance } from '../../demo/chance.ts'
import { type RawPart, rawPart, writeRawZip } from '../../test/support/raw-zip.ts'
import { readParts } from '../../test/support/workbook-parts.ts'
import { xlsxCorpus } from './book-files.ts'
import { damaged } from './damage.ts'
import { sheetPart } from './sheet-grammar.ts'

type Parts = ReadonlyMap<string, string>

/** Workbooks broken in their bytes, in their zip structure, in the XML of their parts, or made up of a grammar. */
export interface DamagedWorkbooks {
  make(chance: Chance): Promise<Buffer>
}

/** Opens the corpus of workbooks; `folder` takes what is written on the way. */
export async function damagedWorkbooks(folder: string): Promise<DamagedWorkbooks> {
  const corpus = await xlsxCorpus(folder)
  const unpacked: Parts[] = []
  for (const [at, bytes] of corpus.entries()) {
    const file = join(folder, `corpus-${at}.xlsx`)
    await writeFile(file, bytes)
    unpacked.push(await readParts(file))
  }
  const texts = unpacked.flatMap((parts) => [...parts.values()].map((text) => Buffer.from(text)))
  const scratch = join(folder, 'made.xlsx')
  const zipped = async (parts: readonly RawPart[]) => readFile(await writeRawZip(scratch, parts))
  const raw = (parts: Parts) => [...parts].map(([name, text]) => rawPart(name, text))
  return {
    async make(chance) {
      const parts = chance.pick(unpacked)
      switch (chance.below(5)) {
        case 0:
          return damaged(corpus, chance)
        case 1:
          return zipped(withLies(raw(parts), chance))
        case 2:
          return zipped(raw(withSheet(parts, sheetPart(chance))))
        default:
          return zipped(raw(withDamage(parts, texts, chance)))
      }
    },
  }
}

/** One part or two, rewritten as XML that is damaged, each whole and true as a part of the zip file. */
function withDamage(parts: Parts, texts: readonly Buffer[], chance: Chance): Parts {
  const names = [...parts.keys()]
  const broken = new Map(parts)
  for (let count = 1 + chance.below(2); count > 0; count -= 1) {
    const name = chance.pick(names)
    const own = Buffer.from(parts.get(name) ?? '')
    const corpus = chance.happens(0.9) ? [own] : [own, chance.pick(texts)]
    broken.set(name, damaged(corpus, chance).toString('utf8'))
  }
  return broken
}

function withSheet(parts: Parts, sheet: string): Parts {
  return new Map(
    [...parts].map(([name, text]) => [name, /worksheets\/[^/]+\.xml$/u.test(name) ? sheet : text]),
  )
}

/** Parts of which the zip file does not tell the truth. */
function withLies(parts: readonly RawPart[], chance: Chance): RawPart[] {
  const lying = [...parts]
  for (let count = 1 + chance.below(3); count > 0; count -= 1) {
    const at = chance.below(lying.length)
    const part = lying[at]
    if (!part) continue
    const lie = chance.pick(LIES)(part, chance, lying)
    lying.splice(at, 1, ...(lie === null ? [] : [{ ...part, ...lie }]))
  }
  return chance.happens(0.2) ? chance.shuffled(lying) : lying
}

const NUMBERS = [0, 1, 0xffff_ffff, 0x7fff_ffff, 100, 65_535]

/** What is told otherwise of a part; null: it is not there. */
const LIES: readonly ((
  part: RawPart,
  chance: Chance,
  all: readonly RawPart[],
) => Partial<RawPart> | null)[] = [
  (_part, chance) => ({ size: chance.pick(NUMBERS) }),
  (_part, chance) => ({ crc: chance.pick(NUMBERS) }),
  (_part, chance) => ({ method: chance.pick([0, 1, 8, 9, 12, 14, 99]) }),
  (_part, chance) => ({ flags: chance.pick([1, 8, 0x41, 0x800, 0xffff]) }),
  (_part, chance) => ({ offset: chance.pick(NUMBERS) }),
  (_part, chance, all) => ({ name: chance.pick(all).name }),
  ({ name }, chance) => ({
    name: chance.pick([`../${name}`, `/${name}`, '', `${name}/`, name.toUpperCase()]),
  }),
  ({ packed }, chance) => ({ packed: damaged([packed], chance) }),
  ({ packed }, chance) => ({ packed: packed.subarray(0, chance.below(packed.length + 1)) }),
  () => null,
]
