import { resolve } from 'node:path'
import { reportOn } from '../../jobs/write-report.task.ts'
import { appCommand } from '../command.ts'
import { reportLines } from '../lines/report-lines.ts'
import { namedPlan } from '../named-plan.ts'

const SPLITS = ['municipality', 'building'] as const

export const report = appCommand({
  name: 'report',
  does: {
    en: 'write the report workbook on a plan, and one for each office if asked',
    es: 'escribir el libro de informe de un plan y, si se pide, uno por cada oficina',
  },
  argument: {
    syntax: '[plan]',
    means: {
      en: 'P12, 12 or latest, the newest plan of TAGs (the default)',
      es: 'P12, 12 o latest, el plan de TAG más nuevo (si falta)',
    },
  },
  options: [
    {
      flags: '--by <place>',
      means: { en: 'one workbook for each', es: 'un libro por cada uno' },
      choices: SPLITS,
    },
    {
      flags: '--out <folder>',
      means: { en: 'instead of the configured folder', es: 'en vez de la carpeta configurada' },
    },
  ],
  async work(app, { argument, option }) {
    const { folder, splitBy } = app.settings.reports
    const { run, state, summary } = await reportOn(app, {
      planId: await namedPlan(app, argument, 'tags'),
      folder: resolve(option('out') ?? folder),
      splitBy: SPLITS.find((split) => split === option('by')) ?? splitBy,
    })
    return {
      ending: state,
      document: { run, state, ...summary },
      lines: reportLines(summary, app.language),
    }
  },
})
