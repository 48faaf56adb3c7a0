import { z } from 'zod'
import { AskedName } from './asked.ts'
import { InstantText, listOf } from './listing.ts'
import { route } from './route.ts'

const ViewName = z.object({ name: AskedName.max(100) })

const MOST_BYTES = 2048

/** A place of the web app: its path and its filters, never another site's. */
const Place = z
  .strictObject({
    path: z
      .string()
      .regex(/^\/(?!\/)[^\p{Cc}\\?#]*$/u, 'a path of this app')
      .max(MOST_BYTES),
    search: z
      .string()
      .regex(/^(?:\?[^\p{Cc}#]*)?$/u, 'empty, or from ? on')
      .max(MOST_BYTES)
      .default(''),
  })
  .refine(({ path, search }) => new TextEncoder().encode(path + search).length <= MOST_BYTES, {
    path: ['search'],
    error: `path and search together: ${MOST_BYTES} bytes at most`,
  })

const View = z.object({
  name: z.string(),
  path: z.string(),
  search: z.string(),
  changedAt: InstantText,
})

export const listViews = route({
  method: 'GET',
  path: '/api/views',
  summary: 'The views you saved, by name.',
  tag: 'views',
  access: 'signed-in',
  response: listOf(View),
})

export const saveView = route({
  method: 'PUT',
  path: '/api/views/{name}',
  summary: 'Saves a view of yours under a name, in the place of one that has it; 100 at most.',
  tag: 'views',
  access: 'signed-in',
  params: ViewName,
  body: Place,
  response: View,
})

export const deleteView = route({
  method: 'DELETE',
  path: '/api/views/{name}',
  summary: 'Deletes a view of yours.',
  tag: 'views',
  access: 'signed-in',
  params: ViewName,
  response: z.object({ name: z.string() }),
})
