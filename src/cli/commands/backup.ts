import { resolve } from 'node:path'
import { backUp } from '../../jobs/backup/back-up.task.ts'
import { AppError } from '../../lib/errors.ts'
import { backupPassphrase, keyPlacesOf } from '../backup-passphrase.ts'
import type { Command } from '../command.ts'
import { backupLines } from '../lines/backup-lines.ts'

export const backup: Command = {
  name: 'backup',
  does: {
    en: 'write everything Muster knows, as of now, to one file; others may go on working',
    es: 'escribir todo lo que sabe Muster, tal como está ahora, en un archivo; se puede seguir trabajando',
  },
  argument: {
    syntax: '<file>',
    means: { en: 'the file to be written', es: 'el archivo que se escribirá' },
  },
  options: [
    {
      flags: '--with-keys',
      means: {
        en: 'also the keys, sealed with the passphrase in MUSTER_BACKUP_PASSPHRASE (or ..._FILE)',
        es: 'también las claves, selladas con la contraseña de MUSTER_BACKUP_PASSPHRASE (o ..._FILE)',
      },
    },
    {
      flags: '--replace',
      means: {
        en: 'take the place of a file that is there, once the new one is whole',
        es: 'sustituir el archivo que haya, cuando el nuevo esté entero',
      },
    },
  ],
  run: (desk, { argument, has }) =>
    desk.withApp(desk.config, async (app) => {
      const file = resolve(argument ?? '')
      const passphrase = has('withKeys') ? await backupPassphrase(desk.env) : null
      if (has('withKeys') && passphrase === null) {
        throw new AppError('backup.passphrase-needed', { file })
      }
      const places = keyPlacesOf(app)
      const request = { file, places, passphrase, replaces: has('replace') }
      const { run, state, summary } = await backUp(app, request)
      return {
        ending: state,
        document: { run, state, ...summary },
        lines: backupLines(summary, app),
      }
    }),
}
