import type { Phrase } from './language.ts'

export type NameOutcomeWord =
  | 'planned'
  | 'names-agree'
  | 'not-on-both-sides'
  | 'several-rmm-names'
  | 'several-edr-records'
  | 'ambiguous'
  | 'organisation-unknown'
  | 'old-name-unwritable'
  | 'written-since'
  | 'name-blank'
  | 'name-too-long'
  | 'name-control-character'

/** What came of one machine whose names differ. */
const NAME_OUTCOME_WORDS: Record<NameOutcomeWord, Phrase> = {
  planned: { en: 'Name is to be changed', es: 'El nombre se va a cambiar' },
  'names-agree': { en: 'Names agree by now', es: 'Los nombres ya coinciden' },
  'not-on-both-sides': {
    en: 'One of both sides does not list it any more',
    es: 'Uno de los dos lados ya no lo tiene',
  },
  'several-rmm-names': {
    en: 'The RMM lists it more than once, by different names',
    es: 'El RMM lo tiene más de una vez, con nombres distintos',
  },
  'several-edr-records': {
    en: 'Endpoint protection lists it more than once, or not in ThreatLocker',
    es: 'La protección lo tiene más de una vez, o no en ThreatLocker',
  },
  ambiguous: {
    en: 'Another record may be the same machine; a person decides first',
    es: 'Otro registro podría ser el mismo equipo; antes decide una persona',
  },
  'organisation-unknown': {
    en: 'ThreatLocker names no organisation for it',
    es: 'ThreatLocker no indica su organización',
  },
  'old-name-unwritable': {
    en: 'Its name in ThreatLocker is blank or cannot be given, so no undo could put it back',
    es: 'Su nombre en ThreatLocker está en blanco o no se puede dar, así que no se podría deshacer',
  },
  'written-since': {
    en: 'Was written since the day was collected; collect again first',
    es: 'Se escribió después de recopilar el día; recopile antes otra vez',
  },
  'name-blank': { en: 'Name in the RMM is blank', es: 'El nombre en el RMM está en blanco' },
  'name-too-long': {
    en: 'Name in the RMM is longer than 255 characters',
    es: 'El nombre en el RMM supera los 255 caracteres',
  },
  'name-control-character': {
    en: 'Name in the RMM holds a control or invisible character',
    es: 'El nombre en el RMM contiene un carácter de control o invisible',
  },
}

/** The same by the code kept with a plan; a code of another version stands for itself. */
export function nameOutcomeWords(kind: string): Phrase {
  return isNameOutcome(kind) ? NAME_OUTCOME_WORDS[kind] : { en: kind, es: kind }
}

function isNameOutcome(kind: string): kind is NameOutcomeWord {
  return Object.hasOwn(NAME_OUTCOME_WORDS, kind)
}
