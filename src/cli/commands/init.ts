import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { writeFirstConfig } from '../first-config.ts'

export const init: Command = {
  name: 'init',
  does: {
    en: 'write a first configuration, with every setting explained',
    es: 'escribir una primera configuración, con cada ajuste explicado',
  },
  run: (desk) =>
    desk.answer(async () => {
      const file = resolve(desk.config)
      const { schema } = await writeFirstConfig(file, desk.language)
      return { ending: 'agreed', document: { file, schema }, lines: [file, schema] }
    }),
}
