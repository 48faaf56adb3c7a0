import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Language, Phrase } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import { problemOf } from './problem.ts'
import { requestLanguage } from './request-language.ts'

const BADLY_ENCODED: Phrase = {
  en: 'a percent sign stands before what is no character',
  es: 'un signo de porcentaje precede a lo que no es ningún carácter',
}

/** Answers a request whose address no route can be looked up for as any other that fails: as a problem. */
export function tellUnroutable(otherwise: Language) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const path = request.url.split('?')[0] ?? ''
    const { method, id, headers } = request
    const isLong = error.code === 'FST_ERR_MAX_PARAM_LENGTH'
    const failure = isLong
      ? new AppError('request.unknown-route', { method, path }) // nothing has so long a name or number
      : new AppError('request.invalid', { faults: [{ place: 'path', message: BADLY_ENCODED }] })
    const problem = problemOf(failure, {
      ...{ requestId: id, method, path, mediaType: '', mostBytes: 0 },
      language: requestLanguage(headers['accept-language'], otherwise),
    })
    reply
      .code(problem.status)
      .header('x-request-id', id)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problem))
  }
}
