import { z } from 'zod'
import { trimSpace } from '../../lib/text.ts'

/** What a custom field holds may stand alone or as the `value` of an object. */
const Wrapped = z.object({ value: z.unknown() })

/**
 * An inventory number as a custom field holds it: a text, or a number whose digits are all there.
 * Blank is null; anything else is refused, for then the field is another one than was meant.
 */
export const InventoryNumber = z.unknown().transform((held, context): string | null => {
  const wrapped = Wrapped.safeParse(held)
  const value = wrapped.success ? wrapped.data.value : held
  if (value === null || value === undefined) return null
  if (typeof value === 'string') {
    if (!value.includes('\0')) return trimSpace(value) || null
    return refuse('control-character')
  }
  if (typeof value === 'boolean') return refuse('boolean-for-text')
  if (typeof value !== 'number') return refuse('row-unreadable')
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return refuse('number-imprecise')
  return String(value)

  function refuse(message: string): never {
    context.issues.push({ code: 'custom', message, input: held })
    return z.NEVER
  }
})
