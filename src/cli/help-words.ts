import { type Argument, type Command, Help, type Option } from 'commander'
import type { Language, Phrase } from '../language/language.ts'

type HelpWord = 'program' | 'version' | 'help' | 'config' | 'json' | 'lang' | 'exitCodes'

/** What `--help` says beside the commands' own words. */
export const HELP_WORDS: Record<HelpWord, Phrase> = {
  program: {
    en: 'Calls the roll: says where OCS, finance and HR disagree, and corrects the TAGs.',
    es: 'Pasa lista: dice dónde no concuerdan OCS, finanzas y recursos humanos, y corrige los TAG.',
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

/** What commander puts beside our own words: what may follow a command, and an option's values. */
const ADDITIONS: readonly (readonly [RegExp, string])[] = [
  [/ \[options\]/u, ' [opciones]'],
  [/ \[command\]/u, ' [comando]'],
]
const VALUES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\()choices: /u, 'valores: '],
  [/(?<=\(|, )default: /u, 'por omisión: '],
]

/** The shape of commander's help with its own words in Spanish. */
const PLAIN_HELP = new Help()
const SPANISH_HELP: Partial<Help> = {
  styleTitle: (title) => TITLES.get(title) ?? title,
  commandUsage: (command) => replaced(PLAIN_HELP.commandUsage(command), ADDITIONS),
  subcommandTerm: (command) => replaced(PLAIN_HELP.subcommandTerm(command), ADDITIONS),
  optionDescription: (option: Option) => replaced(PLAIN_HELP.optionDescription(option), VALUES),
  argumentDescription: (argument: Argument) =>
    replaced(PLAIN_HELP.argumentDescription(argument), VALUES),
}

/** Commander's complaints in Spanish: what they look like, and how they are said. */
const COMPLAINTS: readonly (readonly [RegExp, string])[] = [
  [/^error: missing required argument '(.+)'/u, "error: falta el argumento '$1'"],
  [/^error: required option '(.+)' not specified/u, "error: falta la opción obligatoria '$1'"],
  [/^error: unknown option '(.+)'/u, "error: opción desconocida '$1'"],
  [/^error: unknown command '(.+)'/u, "error: comando desconocido '$1'"],
  [/^error: option '(.+)' argument missing/u, "error: falta el valor de la opción '$1'"],
  [
    /^error: option '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\./u,
    "error: '$2' no es un valor de la opción '$1'. Valores posibles: $3.",
  ],
  [/^error: too many arguments.*$/mu, 'error: hay argumentos de más'],
  [/\(Did you mean (.+)\?\)/u, '(¿Quiso decir $1?)'],
]

/** Lets a command speak the language in its help and its complaints. */
export function spoken(command: Command, language: Language): Command {
  const isSpanish = language === 'es'
  return command
    .helpOption('-h, --help', isSpanish ? 'mostrar esta ayuda' : 'show this help')
    .configureHelp({ ...(isSpanish ? SPANISH_HELP : {}), showGlobalOptions: true })
    .configureOutput({
      outputError: (text, write) => write(isSpanish ? replaced(text, COMPLAINTS) : text),
    })
}

function replaced(text: string, by: readonly (readonly [RegExp, string])[]): string {
  return by.reduce((said, [pattern, words]) => said.replace(pattern, words), text)
}
