import { resolve } from 'node:path'
import { exportPlan } from '../../reports/export-plan.task.ts'
import { appCommand } from '../command.ts'
import { namedPlan, PLAN_ARGUMENT } from '../named-plan.ts'

/** `export` is a word of the language it is written in. */
export const exportCommand = appCommand({
  name: 'export',
  does: {
    en: 'write a plan to a file: its changes, evidence and disagreements as JSON, or its changes as xlsx',
    es: 'escribir un plan en un archivo: cambios, evidencia y discrepancias en JSON, o sus cambios en xlsx',
  },
  argument: PLAN_ARGUMENT,
  options: [
    {
      flags: '--out <file>',
      means: {
        en: 'the file, ending in .json or .xlsx',
        es: 'el archivo, con final .json o .xlsx',
      },
      isRequired: true,
    },
  ],
  async work(app, { argument, option }) {
    const planId = await namedPlan(app, argument)
    const file = resolve(option('out') ?? '')
    const { database, language, settings } = app
    const { timeZone } = settings
    await exportPlan({ database, language, timeZone }, { planId, file })
    return { ending: 'agreed', document: { plan: planId, file }, lines: [file] }
  },
})
