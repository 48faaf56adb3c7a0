import { resolve } from 'node:path'
import { drawReport, type PictureFormat } from '../../reports/draw-report.task.ts'
import type { Command } from '../command.ts'

const FORMATS: readonly PictureFormat[] = ['pdf', 'png']

export const picture: Command = {
  name: 'picture',
  does: {
    en: 'draw a workbook with LibreOffice, where that is installed: all of it as PDF, or its first page as PNG',
    es: 'dibujar un libro con LibreOffice, si está instalado: todo en PDF, o su primera página en PNG',
  },
  argument: { syntax: '<workbook>', means: { en: 'an xlsx file', es: 'un archivo xlsx' } },
  options: [
    {
      flags: '--as <format>',
      means: { en: 'pdf unless told otherwise', es: 'pdf si no se indica otro' },
      choices: FORMATS,
    },
  ],
  run: (desk, { argument, option }) =>
    desk.answer(async () => {
      const format = FORMATS.find((name) => name === option('as')) ?? 'pdf'
      const workbook = resolve(argument ?? '')
      const file = await drawReport({ env: desk.env }, { workbook, format })
      return { ending: 'agreed', document: { file }, lines: [file] }
    }),
}
