import type { Words } from '../../words/phrase.ts'

/** What is said when findings are decided. */
export const DECIDE = {
  accepted: { en: 'Accept', es: 'Aceptar' },
  fixed: { en: 'Fixed', es: 'Corregido' },
  assigned: { en: 'Owner', es: 'Responsable' },
  noted: { en: 'Note', es: 'Nota' },
  reopened: { en: 'Reopen', es: 'Reabrir' },
  acknowledged: { en: 'Acknowledge', es: 'Reconocer' },
  acceptedMore: {
    en: 'They stand and are nobody’s work until that day; then they open again by themselves.',
    es: 'Siguen vigentes y no son trabajo de nadie hasta ese día; después se abren solos.',
  },
  fixedMore: {
    en: 'The next look at the sources proves it: it closes them, or opens them again.',
    es: 'La próxima comparación lo comprueba: los cierra, o los vuelve a abrir.',
  },
  assignedMore: { en: 'Leave it blank for nobody.', es: 'Déjelo en blanco para nadie.' },
  notedMore: {
    en: 'In place of the note there is; blank takes it away.',
    es: 'En lugar de la nota que haya; en blanco la quita.',
  },
  reopenedMore: {
    en: 'They are work again: an acceptance, or a word that they were fixed, is taken back.',
    es: 'Vuelven a ser trabajo: se retira la aceptación o lo dicho de que estaban corregidos.',
  },
  acknowledgedMore: {
    en: 'Somebody has seen them and works on them.',
    es: 'Alguien los ha visto y trabaja en ellos.',
  },
  reason: { en: 'Reason', es: 'Motivo' },
  reasonIfAny: { en: 'Reason, if any', es: 'Motivo, si lo hay' },
  until: { en: 'Until', es: 'Hasta' },
  ownerName: { en: 'Who sees to it', es: 'Quién se ocupa' },
  noteText: { en: 'Note', es: 'Nota' },
  counting: { en: 'Counting…', es: 'Contando…' },
  of: {
    en: (count: string, n: number) =>
      n === 1 ? 'It is said of 1 finding.' : `It is said of ${count} findings.`,
    es: (count: string, n: number) =>
      n === 1 ? 'Se dice de 1 hallazgo.' : `Se dice de ${count} hallazgos.`,
  },
  refused: {
    en: (count: string) => `${count} stand where it cannot be said, and stay as they are.`,
    es: (count: string) => `${count} están en un estado que no lo permite, y quedan igual.`,
  },
  changed: {
    en: (count: string) =>
      `The list has changed since it was counted, so nothing was said. It is ${count} findings now; say it again if you mean them.`,
    es: (count: string) =>
      `La lista cambió desde que se contó, así que no se dijo nada. Ahora son ${count} hallazgos; dígalo de nuevo si se refiere a ellos.`,
  },
  sayOf: {
    en: (word: string, count: string) => `${word} (${count})`,
    es: (word: string, count: string) => `${word} (${count})`,
  },
  done: {
    en: (word: string, count: string) => `${word}: ${count}. Kept under your name.`,
    es: (word: string, count: string) => `${word}: ${count}. Queda a su nombre.`,
  },
} satisfies Words

/** What each key does. */
export const KEYS = {
  title: { en: 'Keys of this list', es: 'Teclas de esta lista' },
  move: { en: 'Next and previous finding', es: 'Hallazgo siguiente y anterior' },
  select: { en: 'Select or leave out', es: 'Elegir o dejar fuera' },
  all: { en: 'Select the whole list, or nothing', es: 'Elegir toda la lista, o nada' },
  accept: { en: 'Accept, with a reason, until a day', es: 'Aceptar, con motivo, hasta un día' },
  fixed: { en: 'Say it is fixed', es: 'Decir que está corregido' },
  acknowledge: { en: 'Acknowledge', es: 'Reconocer' },
  owner: { en: 'Give it an owner', es: 'Asignar responsable' },
  note: { en: 'Write a note', es: 'Escribir una nota' },
  reopen: { en: 'Reopen', es: 'Reabrir' },
  open: { en: 'Go to its evidence and history', es: 'Ir a sus indicios e historia' },
  close: { en: 'Back to the list', es: 'Volver a la lista' },
  help: { en: 'These keys', es: 'Estas teclas' },
  where: {
    en: 'They work on what is selected, else on the finding under the mark; never while you type.',
    es: 'Actúan sobre lo elegido, o si no sobre el hallazgo marcado; nunca mientras escribe.',
  },
} satisfies Words
