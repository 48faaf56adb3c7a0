import { type Argument, type Command, Help, type Option } from 'commander'
import type { Language, Phrase } from '../language/language.ts'
import { argumentWords, syntaxWords } from '../language/placeholder-words.ts'

type HelpWord = 'program' | 'version' | 'help' | 'config' | 'json' | 'lang' | 'exitCodes'

/** What `--help` says beside the commands' own words. */
export const HELP_WORDS: Record<HelpWord, Phrase> = {
  program: {
    en: 'Calls the roll: keeps what every book says of your machines day by day, says where they disagree, and corrects TAGs and names.',
    es: 'Pasa lista: conserva día a día lo que cada registro dice de sus equipos, dice dónde no concuerdan, y corrige TAG y nombres.',
  },
  version: { en: 'print the version', es: 'mostrar la versión' },
  help: { en: 'explain a command', es: 'explicar un comando' },
  config: { en: 'configuration file', es: 'archivo de configuración' },
  json: { en: 'answer with one JSON document', es: 'responder con un documento JSON' },
  lang: { en: 'language of the answer', es: 'idioma de la respuesta' },
  exitCodes: {
    en: 'Exit codes: 0 agreed, 1 failure, 2 differences found, 3 held by a guard.',
    es: 'Códigos de salida: 0 conforme, 1 fallo, 2 hay diferencias, 3 retenido por una guarda.',
  },
}

/** The headings of commander's help in Spanish. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['Usage:', 'Uso:'],
  ['Options:', 'Opciones:'],
  ['Global Options:', 'Opciones generales:'],
  ['Commands:', 'Comandos:'],
  ['Arguments:', 'Argumentos:'],
])

/** What commander puts beside our own words of an option. */
const VALUES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\()choices: /u, 'valores: '],
  [/(?<=\(|, )default: /u, 'por omisión: '],
]

/** The shape of commander's help with its own words in Spanish. */
const PLAIN_HELP = new Help()
const SPANISH_HELP: Partial<Help> = {
  styleTitle: (title) => TITLES.get(title) ?? title,
  commandUsage: (command) => syntaxWords(PLAIN_HELP.commandUsage(command)).es,
  subcommandTerm: (command) => syntaxWords(PLAIN_HELP.subcommandTerm(command)).es,
  optionTerm: (option) => syntaxWords(PLAIN_HELP.optionTerm(option)).es,
  argumentTerm: (argument) => argumentWords(PLAIN_HELP.argumentTerm(argument)).es,
  optionDescription: (option: Option) => replaced(PLAIN_HELP.optionDescription(option), VALUES),
  argumentDescription: (argument: Argument) =>
    replaced(PLAIN_HELP.argumentDescription(argument), VALUES),
}

/** Lets a command speak the language in its help; what was typed wrong is thrown, and told elsewhere. */
export function spoken(command: Command, language: Language): Command {
  const isSpanish = language === 'es'
  return command
    .helpOption('-h, --help', isSpanish ? 'mostrar esta ayuda' : 'show this help')
    .configureHelp({ ...(isSpanish ? SPANISH_HELP : {}), showGlobalOptions: true })
    .configureOutput({ outputError: () => {} })
    .exitOverride()
}

function replaced(text: string, by: readonly (readonly [RegExp, string])[]): string {
  return by.reduce((said, [pattern, words]) => said.replace(pattern, words), text)
}
