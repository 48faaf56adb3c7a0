import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../lib/errors.ts'
import { notBuilt } from './not-built.ts'

const FOLDER = 'docs'
const FIRST = 'index.html'

/** A page by its name; anything with an ending is one of the files that pages are made with. */
const PAGE = /^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/u
const FILE = /^(?:docs\.css|images\/(?:[a-z0-9-]+\/)?[a-z0-9-]+\.(?:png|svg|webp))$/u

/**
 * The documentation as plain pages at `/docs`, which anybody may read: it says nothing of this installation. Built with the
 * web app, whose files it lies beside; `folder` is theirs, and they are served already.
 */
export function docsPages(http: FastifyInstance, folder: string): void {
  http.get('/docs', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('cache-control', 'no-cache')
    if (!existsSync(join(folder, FOLDER, FIRST))) return notBuilt(reply)
    return reply.sendFile(`${FOLDER}/${FIRST}`, { cacheControl: false })
  })

  http.get('/docs/*', { schema: { hide: true } }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const name = path.slice('/docs/'.length)
    if (name === '') return reply.redirect('/docs')
    const file = PAGE.test(name) ? `${FOLDER}/${name}.html` : `${FOLDER}/${name}`
    if (!(PAGE.test(name) || FILE.test(name)) || !existsSync(join(folder, file))) {
      throw new AppError('request.unknown-route', { method: request.method, path })
    }
    reply.header('cache-control', 'no-cache')
    return reply.sendFile(file, { cacheControl: false })
  })
}
