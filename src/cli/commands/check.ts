import { resolve } from 'node:path'
import { checkInputs } from '../../jobs/plan-tags.task.ts'
import { markInputs } from '../../reports/mark-inputs.task.ts'
import { appCommand } from '../command.ts'
import { inputLines } from '../lines/input-lines.ts'

export const check = appCommand({
  name: 'check',
  does: {
    en: 'read the inputs and say what is wrong with them, cell by cell',
    es: 'leer las entradas y decir qué está mal en ellas, celda por celda',
  },
  options: [
    {
      flags: '--mark <folder>',
      means: {
        en: 'put copies of the workbooks there, with the bad cells coloured and commented',
        es: 'dejar allí copias de los libros, con las celdas malas coloreadas y comentadas',
      },
    },
  ],
  async work(app, { option }) {
    const { run, state, summary } = await checkInputs(app)
    const folder = option('mark')
    const copies =
      folder === null
        ? []
        : await markInputs(app, { deliveries: summary.inputs, folder: resolve(folder) })
    return {
      ending: state,
      document: { run, state, ...summary, copies },
      lines: [
        ...inputLines(summary.inputs, app.language),
        ...copies.flatMap(({ file }) => (file === null ? [] : [file])),
      ],
    }
  },
})
