import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deviceFile } from '../../src/sources/device-file/device-file.ts'
import { financeRegister } from '../../src/sources/finance-register/finance-register.ts'
import { locations } from '../../src/sources/locations/locations.ts'
import { REJECTION_CODES } from '../../src/sources/source.ts'
import { type ReadDelivery, readSource } from '../../test/support/read-delivery.ts'
import { csvCorpus } from '../inputs/book-files.ts'
import { filesIn } from '../inputs/corpus.ts'
import { damaged } from '../inputs/damage.ts'
import { damagedWorkbooks } from '../inputs/damaged-workbook.ts'
import { sample } from '../inputs/sample.ts'
import { jsonGrammar, tableGrammar } from '../inputs/table-grammar.ts'
import { Broken, type OpenFunction } from '../target.ts'
import { endingOf } from './ending.ts'

const COLUMNS = {
  ...{
    nativeKey: 'id',
    hostname: 'name',
    organisation: 'customer.name',
    serial: 'hardware.serial',
  },
  ...{ macs: 'hardware.macs', lastContact: 'seen', isOnline: 'online', freeBytes: 'freeBytes' },
}
const TABLE = { ...{ nativeKey: 'Asset ID', hostname: 'Name' }, extra: { value: 'value' } }

/** Whoever reads a folder of books; each file is read by one of them, by its length. */
const READERS: readonly ((folder: string) => Promise<ReadDelivery<unknown>>)[] = [
  (folder) => readSource(financeRegister, { folder, file: '*' }),
  (folder) => readSource(locations, { folder, file: '*' }),
  (folder) => readSource(deviceFile, { folder, file: '*', columns: COLUMNS }),
  (folder) => readSource(deviceFile, { folder, file: '*', columns: TABLE }),
  (folder) =>
    readSource(deviceFile, { folder, file: '*', columns: COLUMNS, dateFormat: 'epoch-seconds' }),
]

/** Finance's register, HR's classifier and other tools' exports, as they lie in a folder. */
export const openBooks: OpenFunction = async ({ folder }) => {
  const xlsx = await damagedWorkbooks(folder)
  const texts = [...csvCorpus(), ...filesIn('src/sources/device-file', /\.(?:nd)?json$/u)]
  const inbox = join(folder, 'books')
  await rm(inbox, { recursive: true, force: true })
  await mkdir(inbox)
  return {
    make: (chance) => {
      if (chance.happens(0.3)) return xlsx.make(chance)
      if (chance.happens(0.7)) return damaged(texts, chance)
      return chance.happens(0.5)
        ? sample(tableGrammar, chance)
        : Buffer.from(sample(jsonGrammar, chance))
    },
    async run(input) {
      await writeFile(join(inbox, 'book.txt'), input)
      const read = READERS[input.length % READERS.length]
      if (!read) throw new Error('no reader')
      return endingOf(async () => {
        assertTellable(await read(inbox))
        return 'read'
      })
    },
    close: async () => {},
  }
}

/** Every refused row has a place, a code and something that can be shown and kept. */
function assertTellable({ rejections }: ReadDelivery<unknown>): void {
  for (const { place, code, raw } of rejections) {
    const isTold = place !== '' && REJECTION_CODES.includes(code)
    if (isTold && raw.length <= 400 && !/\p{Cc}/u.test(raw) && raw.isWellFormed()) continue
    throw new Broken(`a refusal nobody can read: ${JSON.stringify({ place, code, raw })}`)
  }
}
