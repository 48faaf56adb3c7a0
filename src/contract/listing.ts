import { z } from 'zod'

/** The part of a list that is asked for. */
export const Page = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  offset: z.coerce.number().int().min(0).default(0),
})

/** A part of a list, and how long the whole of it is. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), total: z.number().int() })
}

/** A day, such as `2026-01-31`. */
export const DayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u)

/** An instant, ISO 8601 in UTC. */
export const InstantText = z.iso.datetime()
