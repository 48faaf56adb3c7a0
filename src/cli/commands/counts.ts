import { countsAsOf } from '../../inventory/count/counts-as-of.task.ts'
import { countsDocument } from '../../inventory/count/counts-document.ts'
import { countsTables } from '../../reports/fleet-counts.ts'
import { exportKind } from '../../reports/fleet-export.task.ts'
import { restNotes } from '../../reports/rest-notes.ts'
import { AS_OF_OPTION, askedKeptDay } from '../asked-day.ts'
import { appCommand } from '../command.ts'
import { exportTo, OUT_OPTION } from '../export-to.ts'
import { countLines } from '../lines/count-lines.ts'

export const counts = appCommand({
  name: 'counts',
  does: {
    en: 'count the machines as of any day kept, by site, against the last month-end',
    es: 'contar los equipos de cualquier día conservado, por sitio, frente al último cierre de mes',
  },
  options: [AS_OF_OPTION, OUT_OPTION],
  async work(app, { option }) {
    const out = option('out')
    if (out !== null) exportKind(out)
    const counted = await countsAsOf(app.database, await askedKeptDay(app, option('asOf')))
    const document = countsDocument(counted)
    const lines = countLines(counted, app.language)
    if (out === null) return { ending: 'agreed', document, lines }
    const notes = restNotes(counted.day, counted.restsOn)
    const files = await exportTo(app, out, {
      document,
      tables: () => countsTables({ ...counted, notes }),
    })
    return { ending: 'agreed', document: { ...document, files }, lines: files }
  },
})
