import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { type AnyRoute, optionsOf, type RouteRequest, understood } from './handle.ts'

/**
 * Serves a route that reads, working an answer out once for all who ask the same and may see the same, until
 * something changes. It must rest on nothing beside tables that tell of changes, the configuration and the day.
 */
export function handleRemembered<R extends AnyRoute>(
  http: FastifyInstance,
  declared: R,
  run: (request: RouteRequest<R>) => Promise<z.input<R['response']>>,
): void {
  http.route({
    ...optionsOf(declared, { 200: declared.response }),
    handler: async (request, reply) => {
      const asked = understood<R>(request)
      const workOut = async () => reply.serialize(await run(asked)) as string // JSON by the route's schema
      const { body, etag } = await http.answers.answer(keyOf(declared, asked), workOut)
      return reply.type('application/json; charset=utf-8').header('etag', etag).send(body)
    },
  })
}

/** What tells one question from another: the same of two people who see other sites are two. */
function keyOf(
  { path }: AnyRoute,
  { params, query, caller, language }: RouteRequest<AnyRoute>,
): string {
  const seen = caller === null ? null : [caller.sites, [...caller.permissions].toSorted()]
  return JSON.stringify([path, params, query, language, seen])
}
