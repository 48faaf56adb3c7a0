import type { Language } from '../language/language.ts'

/**
 * The language a request asks for in Accept-Language; `otherwise` where it asks for none that we speak.
 *
 * @example requestLanguage('es-CU,es;q=0.9,en;q=0.8', 'en') // => 'es'
 */
export function requestLanguage(header: string | undefined, otherwise: Language): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part, at) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((each) => /^\s*q=([\d.]+)\s*$/u.exec(each)?.[1]).find(Boolean)
      return { tag: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality), at }
    })
    .filter(({ tag, quality }) => (tag === 'en' || tag === 'es') && quality > 0)
    .toSorted((one, other) => other.quality - one.quality || one.at - other.at)
  const [first] = wanted
  if (!first) return otherwise
  return first.tag === 'es' ? 'es' : 'en'
}
