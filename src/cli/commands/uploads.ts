import { ingestStore } from '../../events/ingest/store.ts'
import { say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { appCommand } from '../command.ts'
import { allOption, listingLines } from '../lines/listing-lines.ts'

/** How many are listed; `--all` lifts it. */
const LISTED = 50

export const uploads = appCommand({
  name: 'uploads',
  does: {
    en: 'list the files of events that were taken in, newest first',
    es: 'listar los archivos de eventos que se tomaron, de lo más nuevo a lo más viejo',
  },
  options: [
    {
      flags: '--source <name>',
      means: { en: 'only those of this source', es: 'solo los de esta fuente' },
    },
    allOption(LISTED),
  ],
  async work(app, { has, option }) {
    const { items, total } = await ingestStore(app.database).recent({
      source: option('source'),
      limit: has('all') ? null : LISTED,
    })
    const count = (figure: number) => say(countWords(figure), app.language)
    const words = (en: string, es: string) => say({ en, es }, app.language)
    const rows = items.map(({ id, at, source, fileName, ...counts }) => [
      ...[`U${id}`, app.clock(at), source, count(counts.rows), count(counts.inserted)],
      ...[count(counts.rejected), fileName],
    ])
    const titles = [
      ...['', words('TAKEN', 'TOMADO'), words('SOURCE', 'FUENTE'), words('ROWS', 'FILAS')],
      ...[words('NEW', 'NUEVOS'), words('REFUSED', 'RECHAZADAS'), words('FILE', 'ARCHIVO')],
    ]
    const none = {
      en: 'No file of events was taken in yet.',
      es: 'Aún no se ha tomado ningún archivo de eventos.',
    }
    const listing = {
      ...{ titles, rows, total, command: 'muster uploads --all', none },
      alignments: ['left', 'left', 'left', 'right', 'right', 'right'] as const,
    }
    return {
      ending: 'agreed',
      document: { items, total },
      lines: listingLines(listing, app.language),
    }
  },
})
