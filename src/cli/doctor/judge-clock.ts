import { fine, odd, type Remark } from './remark.ts'

const MOST_APART_MS = 5_000

/** Two clocks that write times beside each other, and the zone in which a day is a day. */
export interface Clocks {
  readonly here: Date
  readonly database: Date
  readonly timeZone: string
  /** Whether the database knows that zone too. */
  readonly isZoneKnown: boolean
}

const CLOCK = { subject: 'clock' }

/** Whether times told by this machine and by the database can be compared. */
export function judgeClocks({ here, database, timeZone, isZoneKnown }: Clocks): Remark[] {
  return [judgeApart(here.getTime() - database.getTime()), judgeZone(timeZone, isZoneKnown)]
}

function judgeApart(apartMs: number): Remark {
  const seconds = (Math.abs(apartMs) / 1_000).toFixed(1)
  const says = {
    en: `${seconds} s between this machine and the database`,
    es: `${seconds} s entre esta máquina y la base de datos`,
  }
  if (Math.abs(apartMs) <= MOST_APART_MS) return fine(CLOCK, says)
  return odd(CLOCK, says, {
    en: 'Let both keep time by the same NTP server: jobs, sessions and one-time passwords go by these clocks.',
    es: 'Que ambas se sincronicen con el mismo servidor NTP: trabajos, sesiones y contraseñas de un solo uso dependen de estos relojes.',
  })
}

function judgeZone(timeZone: string, isKnown: boolean): Remark {
  const says = { en: `time zone ${timeZone}`, es: `zona horaria ${timeZone}` }
  if (isKnown) return fine(CLOCK, says)
  return odd(CLOCK, says, {
    en: 'The database does not know this time zone. Update its time zone data, or name the zone by its present name.',
    es: 'La base de datos no conoce esta zona horaria. Actualice sus datos de zonas o use el nombre actual de la zona.',
  })
}
