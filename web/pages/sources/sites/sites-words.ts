import type { Words } from '../../../words/phrase.ts'

/** What is said of organisations and sites. */
export const SITES = {
  toMap: { en: 'Organisations without a site', es: 'Organizaciones sin sitio' },
  toMapNote: {
    en: 'Muster suggests and never guesses; what you say stands under your name.',
    es: 'Muster sugiere y nunca adivina; lo que diga queda a su nombre.',
  },
  none: {
    en: 'Every organisation has its site, or was left out.',
    es: 'Toda organización tiene su sitio, o se dejó fuera.',
  },
  machines: {
    en: (count: string) => (count === '1' ? '1 machine' : `${count} machines`),
    es: (count: string) => (count === '1' ? '1 equipo' : `${count} equipos`),
  },
  since: { en: (day: string) => `since ${day}`, es: (day: string) => `desde ${day}` },
  unnamed: { en: 'without a name', es: 'sin nombre' },
  noSuggestion: {
    en: 'Nothing speaks for any site: choose one, or leave it out.',
    es: 'Nada habla a favor de ningún sitio: elija uno, o déjela fuera.',
  },
  suggested: { en: 'Suggested, the best first', es: 'Sugeridos, el mejor primero' },
  sameName: { en: 'the same name', es: 'el mismo nombre' },
  shared: {
    en: (count: string) => (count === '1' ? '1 machine in both' : `${count} machines in both`),
    es: (count: string) => (count === '1' ? '1 equipo en ambos' : `${count} equipos en ambos`),
  },
  domains: {
    en: (names: string) => `domains ${names}`,
    es: (names: string) => `dominios ${names}`,
  },
  similar: {
    en: (share: string) => `name ${share} alike`,
    es: (share: string) => `nombre ${share} parecido`,
  },
  confirm: { en: (site: string) => `It is ${site}`, es: (site: string) => `Es ${site}` },
  choose: { en: 'Choose another', es: 'Elegir otro' },
  chooseTitle: {
    en: (name: string) => `Which site is ${name}?`,
    es: (name: string) => `¿Qué sitio es ${name}?`,
  },
  site: { en: 'Site', es: 'Sitio' },
  siteHelp: {
    en: 'One there is, or the name of a new one.',
    es: 'Uno existente, o el nombre de uno nuevo.',
  },
  reason: { en: 'Why (may be left blank)', es: 'Por qué (puede quedar en blanco)' },
  say: { en: 'Say so', es: 'Decirlo' },
  make: { en: 'Make this site and say so', es: 'Crear este sitio y decirlo' },
  leaveOut: { en: 'Leave out', es: 'Dejar fuera' },
  leaveOutTitle: {
    en: (name: string) => `Leave ${name} out?`,
    es: (name: string) => `¿Dejar fuera ${name}?`,
  },
  leaveOutMore: {
    en: 'Its machines are at no site, and it is not asked about again. This can be taken back.',
    es: 'Sus equipos no están en ningún sitio, y no se vuelve a preguntar. Esto puede retirarse.',
  },
  cancel: { en: 'Cancel', es: 'Cancelar' },
  mapped: { en: 'Organisations and their sites', es: 'Organizaciones y sus sitios' },
  noneMapped: { en: 'None yet.', es: 'Aún ninguna.' },
  organisation: { en: 'Organisation', es: 'Organización' },
  source: { en: 'Source', es: 'Fuente' },
  by: { en: 'By', es: 'Por' },
  machineCount: { en: 'Machines', es: 'Equipos' },
  made: { en: 'its own site', es: 'su propio sitio' },
  'same-name': { en: 'the same name', es: 'el mismo nombre' },
  confirmed: { en: 'confirmed', es: 'confirmado' },
  ignored: { en: 'left out', es: 'dejada fuera' },
  unmapped: { en: 'no site', es: 'sin sitio' },
  takeBack: { en: 'Take back', es: 'Retirar' },
  takeBackTitle: {
    en: (name: string) => `Take back what was said of ${name}?`,
    es: (name: string) => `¿Retirar lo dicho de ${name}?`,
  },
  takeBackMore: {
    en: 'From today it goes where the rules put it. The days before stay as they are.',
    es: 'Desde hoy va donde la ponen las reglas. Los días anteriores quedan como están.',
  },
  needsOperator: {
    en: 'Deciding needs the permission “operate”.',
    es: 'Decidir requiere el permiso «operate».',
  },
} satisfies Words
