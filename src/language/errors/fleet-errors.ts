import { quotedNames } from '../../lib/quoted-names.ts'
import { listWords } from '../list-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Failures of the fleet's history. */
export const FLEET_ERRORS: PhrasesOf<'day' | 'machine' | 'organisation' | 'site'> = {
  'day.not-kept': ({ day, nearest }) => ({
    en: `Nothing is kept of ${day}. ${nearest.length > 0 ? `The nearest days kept: ${listWords(nearest).en}.` : 'No day is kept yet; run "muster collect".'}`,
    es: `No se conserva nada del ${day}. ${nearest.length > 0 ? `Los días conservados más cercanos: ${listWords(nearest).es}.` : 'Aún no se conserva ningún día; ejecute «muster collect».'}`,
  }),
  'day.in-future': ({ day, today }) => ({
    en: `The day ${day} is yet to come; today is ${today}. Give a day up to today.`,
    es: `El día ${day} aún no ha llegado; hoy es ${today}. Indique un día hasta hoy.`,
  }),
  'day.not-ahead': ({ day, today }) => ({
    en: `The day ${day} is not after today; today is ${today}. Give a day after today.`,
    es: `El día ${day} no está por venir; hoy es ${today}. Indique un día posterior a hoy.`,
  }),
  'machine.not-found': ({ machine, day }) => ({
    en: `No source lists ${machine} on ${day}. Give its source and its id there, such as ninjaone:501; "muster devices" shows both.`,
    es: `Ninguna fuente tiene ${machine} el ${day}. Indique su fuente y su identificador en ella, como ninjaone:501; «muster devices» muestra ambos.`,
  }),
  'organisation.not-found': ({ organisation }) => ({
    en: `No source has named the organisation ${organisation}. Give its source and its id there, such as threatlocker:ID; "muster site-map" lists them.`,
    es: `Ninguna fuente ha nombrado la organización ${organisation}. Indique su fuente y su identificador en ella, como threatlocker:ID; «muster site-map» las muestra.`,
  }),
  'site.no-such-number': ({ id }) => ({
    en: `There is no site with the number ${id}, or none that you may see. GET /api/sites lists those there are.`,
    es: `No existe un sitio con el número ${id}, o ninguno que usted pueda ver. GET /api/sites lista los que hay.`,
  }),
  'site.not-found': ({ site, nearest }) => ({
    en: `There is no site "${site}", and nothing was changed. ${nearest.length > 0 ? `The names most like it: ${quotedNames(nearest)}.` : 'There is no site at all yet.'} Give the name of one, or add --new to make this one.`,
    es: `No existe el sitio «${site}», y no se cambió nada. ${nearest.length > 0 ? `Los nombres más parecidos: ${quotedNames(nearest)}.` : 'Aún no hay ningún sitio.'} Indique el nombre de uno, o añada --new para crear este.`,
  }),
}
