import { readCases } from '../../cases/read-cases.ts'
import { writtenRules } from '../../cases/rule-parts.ts'
import { runCase } from '../../reconcile/golden/run-case.ts'
import { caseFiles, configText } from '../cases/case-files.ts'
import type { Command } from '../command.ts'
import { type CaseResult, caseLines } from '../lines/case-lines.ts'

export const test: Command = {
  name: 'test',
  does: {
    en: 'run golden cases: given these records, expect these findings and links; needs no database',
    es: 'ejecutar casos de referencia: dados estos registros, se esperan estas discrepancias y vínculos; no usa base de datos',
  },
  argument: {
    syntax: '[files...]',
    means: {
      en: 'files of cases, or folders of them; the folder tests beside the configuration when left out',
      es: 'archivos de casos, o carpetas con ellos; la carpeta tests junto a la configuración si faltan',
    },
  },
  run: (desk, { argument, second, others = [] }) =>
    desk.answer(async () => {
      const { language } = desk
      const named = [argument, second, ...others].filter((each) => typeof each === 'string')
      const files = await caseFiles(desk.config, named)
      const config = await configText(desk.config)
      const base = config === null ? {} : writtenRules(config, language)
      const cases = readCases(files, { base, language })
      const results = cases.map(
        ({ file, line, golden, rules }): CaseResult => ({
          ...{ file, line, name: golden.name },
          misses: runCase(golden, rules),
        }),
      )
      const failed = results.filter(({ misses }) => misses.length > 0).length
      const run = { config: config?.file ?? null, results }
      return {
        ending: failed === 0 ? 'agreed' : 'failed',
        document: { ...run, total: results.length, failed },
        lines: caseLines(run, language),
      }
    }),
}
