import { resolve } from 'node:path'
import { importDay as takeDay } from '../../jobs/fleet/import-day.task.ts'
import { askedDay } from '../asked-day.ts'
import { collectedAnswer } from '../collected-answer.ts'
import { appCommand } from '../command.ts'

export const importDay = appCommand({
  name: 'import-day',
  does: {
    en: 'take an old export of a configured device file in as what it said on a past day',
    es: 'tomar una exportación antigua de un archivo de dispositivos configurado como lo que decía un día pasado',
  },
  argument: {
    syntax: '<day>',
    means: { en: 'the day it tells of: 2026-01-31', es: 'el día del que habla: 2026-01-31' },
  },
  options: [
    {
      flags: '--source <name>',
      means: {
        en: 'its name under device-files in the configuration',
        es: 'su nombre en device-files de la configuración',
      },
      isRequired: true,
    },
    {
      flags: '--file <file>',
      means: { en: 'the export', es: 'la exportación' },
      isRequired: true,
    },
  ],
  async work(app, { argument, option }) {
    const day = askedDay(app, 'DAY', argument ?? '')
    const file = resolve(option('file') ?? '')
    return collectedAnswer(app, await takeDay(app, { day, source: option('source') ?? '', file }))
  },
})
