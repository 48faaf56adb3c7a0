import type { Phrase } from './language.ts'

/** Something in the configuration that does nothing, and where. */
export type RemarkWord =
  | { readonly kind: 'shadowed'; readonly by: string }
  | {
      readonly kind: 'unknown-place' | 'unknown-organisation' | 'unknown-location'
      readonly name: string
      readonly nearest: readonly string[]
    }
  | {
      readonly kind: 'source-not-configured'
      readonly source: string
      readonly configured: readonly string[]
    }
  | { readonly kind: 'source-in-both'; readonly source: string }
  | { readonly kind: 'off-with-severity'; readonly check: string }

/** What is wrong with a setting, and what to do about it. */
export function remarkWords(remark: RemarkWord): Phrase {
  switch (remark.kind) {
    case 'shadowed':
      return {
        en: `never applies: ${remark.by} comes first and says it for all the same machines. Put this rule before it, or take it out`,
        es: `nunca se aplica: ${remark.by} va antes y lo dice para todos esos equipos. Ponga esta regla delante, o quítela`,
      }
    case 'source-not-configured': {
      const list = remark.configured.join(', ')
      return {
        en: `there is no source "${remark.source}" that lists machines. Configured: ${list || 'none'}`,
        es: `no hay ninguna fuente «${remark.source}» que liste equipos. Configuradas: ${list || 'ninguna'}`,
      }
    }
    case 'source-in-both':
      return {
        en: `"${remark.source}" is named for remote management as well, so nothing it lists is ever missing in the other. Keep one of the two`,
        es: `«${remark.source}» figura también como gestión remota, así que nada de lo que tiene faltará nunca en la otra. Deje una de las dos`,
      }
    case 'off-with-severity':
      return {
        en: `"${remark.check}" is off, so its severity says nothing. Take one of the two out`,
        es: `«${remark.check}» está apagada, así que su gravedad no dice nada. Quite una de las dos`,
      }
    default:
      return unknownWords(remark)
  }
}

type UnknownName = Extract<RemarkWord, { readonly nearest: unknown }>

const NOWHERE: Record<UnknownName['kind'], Phrase> = {
  'unknown-place': {
    en: 'no site or organisation is called',
    es: 'ningún sitio ni organización se llama',
  },
  'unknown-organisation': { en: 'no organisation is called', es: 'ninguna organización se llama' },
  'unknown-location': { en: 'no location is called', es: 'ninguna ubicación se llama' },
}

function unknownWords({ kind, name, nearest }: UnknownName): Phrase {
  const { en, es } = NOWHERE[kind]
  const names = (open: string, close: string) =>
    nearest.map((each) => `${open}${each}${close}`).join(', ')
  const none = nearest.length === 0
  return {
    en: `${en} "${name}" in any record kept. ${none ? 'Nothing kept is like it' : `Nearest: ${names('"', '"')}`}`,
    es: `${es} «${name}» en ningún registro conservado. ${none ? 'Nada de lo conservado se le parece' : `Lo más parecido: ${names('«', '»')}`}`,
  }
}
