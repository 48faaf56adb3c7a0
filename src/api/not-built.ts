import type { FastifyReply } from 'fastify'

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Muster</title>
<body><p>The web app is not built yet: <code>npm run build:web</code>, then load this page again.</p>
<p lang="es">La aplicación web aún no está construida: <code>npm run build:web</code>, y vuelva a cargar esta página.</p>`

/** Answers for a page that was not built, and says how it is. */
export function notBuilt(reply: FastifyReply): FastifyReply {
  return reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT)
}
