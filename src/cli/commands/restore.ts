import { basename, resolve } from 'node:path'
import type { App } from '../../app.ts'
import { type RestoreSummary, restoreBackup } from '../../jobs/backup/restore.task.ts'
import { tellTrail } from '../../jobs/tell-trail.ts'
import type { Answer } from '../answer.ts'
import { auditVerification } from '../audit-verification.ts'
import { backupPassphrase, keyPlacesOf } from '../backup-passphrase.ts'
import type { Command } from '../command.ts'
import { checkedLines, restoredLines } from '../lines/restore-lines.ts'

export const restore: Command = {
  name: 'restore',
  does: {
    en: 'put a backup into an empty database: all of it, or nothing',
    es: 'restaurar una copia de respaldo en una base de datos vacía: entera o nada',
  },
  argument: {
    syntax: '<file>',
    means: { en: 'a file that backup wrote', es: 'un archivo escrito por backup' },
  },
  options: [
    {
      flags: '--check',
      means: {
        en: 'only read the file and compare it with its checksums; the database stays as it is',
        es: 'solo leer el archivo y compararlo con sus sumas; la base de datos se queda como está',
      },
    },
    {
      flags: '--without-keys',
      means: {
        en: 'leave the keys that are in the backup where they are',
        es: 'no sacar las claves que hay en la copia de respaldo',
      },
    },
  ],
  run: (desk, { argument, has }) =>
    desk.withUnshapedApp(desk.config, async (app) => {
      const summary = await restoreBackup(app, {
        file: resolve(argument ?? ''),
        places: keyPlacesOf(app),
        passphrase: await backupPassphrase(desk.env),
        withoutKeys: has('withoutKeys'),
        checksOnly: has('check'),
      })
      return answerOf(app, summary)
    }),
}

/** The trail of who did what is walked as soon as it is back; where it breaks, it broke before the backup. */
async function answerOf(app: App, summary: RestoreSummary): Promise<Answer> {
  const { restored, ...told } = summary
  if (restored === null) {
    const document = { ...told, isWhole: true, restored: null }
    return { ending: 'agreed', document, lines: checkedLines(summary, app) }
  }
  const trail = await auditVerification(app, {
    argument: null,
    option: () => null,
    has: () => false,
  })
  const details = { madeAt: told.backup.madeAt, rows: told.backup.rows }
  const deed = { action: 'backup.restored', about: basename(told.file), details }
  if (trail.ending === 'agreed') await tellTrail(app, deed) // a trail that breaks is left as it is
  const isSound =
    trail.ending === 'agreed' && ['opens', 'nothing-sealed'].includes(restored.keys.kind)
  return {
    ending: isSound ? 'agreed' : 'differences',
    document: { ...told, restored, audit: trail.document },
    lines: [...restoredLines({ ...told, restored }, app), ...trail.lines],
  }
}
