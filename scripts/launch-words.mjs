import process from 'node:process'

const WORDS = {
  en: {
    installing: () => 'Installing the packages Muster needs (npm ci) ...',
    building: () => 'Building the web app (npm run build:web) ...',
    buildFailed: () =>
      'The web app was not built, so pages of the dashboard are missing or old; the rest works. What went ' +
      'wrong is above, if its tools are installed: npm ci, then npm run build:web.',
    waiting: () => 'Another start of Muster is installing its packages; waiting for it ...',
    npmFailed: (end) =>
      `npm could not install the packages (${end}). Its own words are above. It needs its registry once; ` +
      'without a network, copy the folder node_modules from a machine of the same kind.',
    nodeTooOld: (version) =>
      `Muster needs Node 22.18 or newer. The one that comes along does not run here, and this is ${version}.`,
    noEntry: (file) => `There is no ${file}.`,
  },
  es: {
    installing: () => 'Instalando los paquetes que Muster necesita (npm ci) ...',
    building: () => 'Construyendo la aplicación web (npm run build:web) ...',
    buildFailed: () =>
      'La aplicación web no se construyó: faltan páginas del tablero o son antiguas; el resto funciona. Lo que ' +
      'falló está arriba, si sus herramientas están instaladas: npm ci, y luego npm run build:web.',
    waiting: () =>
      'Otro arranque de Muster está instalando sus paquetes; se espera a que acabe ...',
    npmFailed: (end) =>
      `npm no pudo instalar los paquetes (${end}). Su propio mensaje está arriba. Necesita su registro una ` +
      'vez; sin red, copie la carpeta node_modules de una máquina del mismo tipo.',
    nodeTooOld: (version) =>
      `Muster necesita Node 22.18 o posterior. El que lo acompaña no funciona aquí, y este es ${version}.`,
    noEntry: (file) => `No existe ${file}.`,
  },
}

/** Says something on standard error, in the language of the terminal. */
export function say(word, detail) {
  process.stderr.write(`${WORDS[language()][word](detail)}\n`)
}

function language() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return /^es\b|^es_/.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'es' : 'en'
}
