import type { Phrase } from '../../language/language.ts'
import { broken, fine, odd, type Remark } from './remark.ts'

const HOUR_MS = 3_600_000
/** A night, and half a day for it to be late. */
const LATE_NIGHT_MS = 36 * HOUR_MS
const OLD_BACKUP_MS = 8 * 24 * HOUR_MS

/** The run of a task that ended last. */
export interface LastRun {
  readonly state: string
  readonly endedAt: Date
}

const NIGHTS = { subject: 'nights' }
const BACKUP = { subject: 'backup' }

/** When the last night was; `isDue` where there is something to collect. */
export function judgeNights(
  last: LastRun | null,
  { now, isDue }: { readonly now: Date; readonly isDue: boolean },
): Remark {
  const todo: Phrase = {
    en: 'Let "muster serve" or "muster work" run, or start "muster nightly" by a timer; "muster runs" tells what happened.',
    es: 'Mantenga en marcha «muster serve» o «muster work», o lance «muster nightly» con un temporizador; «muster runs» cuenta qué pasó.',
  }
  if (last === null) {
    const says = { en: 'there was no night yet', es: 'todavía no hubo ninguna noche' }
    return isDue ? odd(NIGHTS, says, todo) : fine(NIGHTS, says)
  }
  const says = lastly(last, now)
  if (last.state === 'failed' || last.state === 'interrupted') return broken(NIGHTS, says, todo)
  const isLate = isDue && now.getTime() - last.endedAt.getTime() > LATE_NIGHT_MS
  return isLate ? odd(NIGHTS, says, todo) : fine(NIGHTS, says)
}

/** When "muster backup" was last run to its end. */
export function judgeBackup(last: LastRun | null, now: Date): Remark {
  const todo: Phrase = {
    en: 'Run "muster backup FILE", by a timer too, and copy the file off the machine. Backups of the server by its own tools are not seen here.',
    es: 'Ejecute «muster backup ARCHIVO», también con un temporizador, y saque el archivo de la máquina. Las copias hechas con herramientas del propio servidor no se ven aquí.',
  }
  if (last === null) {
    return odd(BACKUP, { en: 'there was none yet', es: 'todavía no hubo ninguna' }, todo)
  }
  const says = lastly(last, now)
  const isOld = now.getTime() - last.endedAt.getTime() > OLD_BACKUP_MS
  return isOld || last.state !== 'agreed' ? odd(BACKUP, says, todo) : fine(BACKUP, says)
}

function lastly({ state, endedAt }: LastRun, now: Date): Phrase {
  const hours = Math.floor((now.getTime() - endedAt.getTime()) / HOUR_MS)
  const at = endedAt.toISOString().slice(0, 16).replace('T', ' ')
  return {
    en: `last ended ${at} UTC, ${hours} h ago: ${state}`,
    es: `terminó por última vez ${at} UTC, hace ${hours} h: ${state}`,
  }
}
