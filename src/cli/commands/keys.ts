import { listKeys, rotateKeys } from '../../jobs/fleet/rotate-keys.task.ts'
import { AppError } from '../../lib/errors.ts'
import { appCommand } from '../command.ts'
import { keyLines, rotationLines } from '../lines/key-lines.ts'

export const keys = appCommand({
  name: 'keys',
  does: {
    en: 'list the keys that seal what vendors sent, or make a new one and seal all with it',
    es: 'listar las claves que sellan lo que enviaron los proveedores, o crear una nueva y sellarlo todo con ella',
  },
  argument: {
    syntax: '[what]',
    means: {
      en: 'rotate: make a new key, seal all with it, and drop the old ones',
      es: 'rotate: crear una clave nueva, sellarlo todo con ella y eliminar las antiguas',
    },
  },
  async work(app, { argument }) {
    if (argument === null) {
      const items = await listKeys(app)
      const file = app.settings.fleet.keyRing
      const document = { file, items, total: items.length }
      return { ending: 'agreed', document, lines: keyLines(items, file, app.language) }
    }
    if (argument !== 'rotate') {
      throw new AppError('command.bad-argument', {
        ...{ argument: 'WHAT', value: argument, wanted: 'rotate' },
        form: 'one-of',
      })
    }
    const { run, state, summary } = await rotateKeys(app)
    return {
      ending: state,
      document: { run, state, ...summary },
      lines: rotationLines(summary, app.language),
    }
  },
})
