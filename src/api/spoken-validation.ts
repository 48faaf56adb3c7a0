import { z } from 'zod'
import { ASKED_WORDS } from '../language/asked-words.ts'
import type { RequestFault } from '../lib/errors.ts'

/** What is wrong with a part of a request, in both languages. */
type Said = Exclude<RequestFault['message'], string>

const SPANISH = z.locales.es().localeError

/** Checks a part of a request as its route declares it; what is wrong is told in both languages. */
export function spokenValidator({ schema }: { readonly schema: unknown }) {
  return (data: unknown) => {
    if (!(schema instanceof z.core.$ZodType))
      throw new Error('a route has a schema of another kind')
    const read = z.core.safeParse(schema, data)
    if (read.success) return { value: read.data }
    const spanish = z.core.safeParse(schema, data, { error: SPANISH }).error?.issues ?? []
    const error = read.error.issues.map(({ code, path, message }, at) => ({
      keyword: code ?? 'custom',
      instancePath: `/${path.join('/')}`,
      schemaPath: `#/${path.join('/')}`,
      message,
      params: { said: { en: message, es: inSpanish(spanish[at]?.message ?? message) } },
    }))
    return { error }
  }
}

/** What `spokenValidator` says of a fault; null of one that another found. */
export function saidOf(params: unknown): Said | null {
  const { success, data } = SaidParams.safeParse(params)
  return success ? data.said : null
}

const SaidParams = z.object({ said: z.object({ en: z.string(), es: z.string() }) })

/** The sentences of our contract are English; zod speaks for itself. */
function inSpanish(message: string): string {
  return ASKED_WORDS.find(({ en }) => en === message)?.es ?? message
}
