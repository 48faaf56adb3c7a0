import { STATUS_CODES } from 'node:http'
import type { FastifyError } from 'fastify'
import type { Problem } from '../contract/problem.ts'
import { isLostConnection } from '../db/lost-connection.ts'
import { unreachable } from '../db/unreachable.ts'
import { explain } from '../language/error-words.ts'
import { faultsIn } from '../language/errors/request-errors.ts'
import { type Language, type Phrase, say } from '../language/language.ts'
import { AppError, isAppError } from '../lib/errors.ts'
import { ERROR_STATUS } from './error-status.ts'
import { saidOf } from './spoken-validation.ts'

/** What a failure is told with. */
export interface ProblemContext {
  readonly requestId: string
  readonly language: Language
  readonly method: string
  readonly path: string
  /** What the body is said to be; empty where nothing is said. */
  readonly mediaType: string
  readonly mostBytes: number
}

const INTERNAL: Phrase = {
  en: 'Internal error: this is a defect of Muster, not of your request. The log has it under the number of the request.',
  es: 'Error interno: es un defecto de Muster, no de su petición. El registro lo tiene con el número de la petición.',
}

/** A failure as an answer; what has no name is a defect, of which nothing is told but the number of the request. */
export function problemOf(error: unknown, context: ProblemContext): Problem {
  const known = knownFailure(error, context)
  const { requestId, language } = context
  if (known === null) {
    const detail = say(INTERNAL, language)
    return { ...headOf(500), code: 'internal', detail, requestId }
  }
  const { code } = known
  const details = isAppError(known, 'request.invalid')
    ? { faults: faultsIn(known.details.faults, language) }
    : known.details
  const detail = explain(known, language)
  return { ...headOf(ERROR_STATUS[code]), code, detail, requestId, details }
}

function headOf(status: number): Pick<Problem, 'type' | 'title' | 'status'> {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? '', status }
}

/** What callers call the parts of a request. */
const PART_OF: Readonly<Record<string, string>> = {
  ...{ querystring: 'query', params: 'params', body: 'body', headers: 'headers' },
}

/** Our own failures, and those of the web framework that have a name of ours. */
function knownFailure(error: unknown, context: ProblemContext): AppError | null {
  if (error instanceof AppError) return error
  if (isLostConnection(error)) return withoutDatabase(error)
  if (!isFastifyError(error)) return null
  if (error.validation) {
    const faults = error.validation.map(({ instancePath, message = '', params }) => {
      const inside = instancePath.replaceAll('/', '.').replace(/\.(\d+)(?=\.|$)/gu, '[$1]')
      const place = `${PART_OF[error.validationContext ?? ''] ?? 'request'}${inside}`
      return { place, message: saidOf(params) ?? message }
    })
    return new AppError('request.invalid', { faults })
  }
  switch (error.statusCode) {
    case 400:
      return new AppError('request.invalid', {
        faults: [{ place: 'body', message: bodyFault(error) }],
      })
    case 404:
      return new AppError('request.unknown-route', { method: context.method, path: context.path })
    case 413:
      return new AppError('request.too-large', { mostBytes: context.mostBytes })
    case 415:
      return new AppError('request.unsupported-media', { mediaType: context.mediaType })
    default:
      return null
  }
}

/** What the web framework says of a body it cannot read. */
function bodyFault({ code, message }: FastifyError): Phrase {
  return BODY_FAULTS[code] ?? { en: message, es: 'no se puede leer' }
}

const BODY_FAULTS: Readonly<Record<string, Phrase>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: { en: 'nothing was sent', es: 'no se envió nada' },
  FST_ERR_CTP_INVALID_JSON_BODY: { en: 'is not valid JSON', es: 'no es JSON válido' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    en: 'is not as long as its Content-Length says',
    es: 'no tiene la longitud que dice Content-Length',
  },
}

/** Where the database is and what it said stays in the log. */
function withoutDatabase(error: unknown): AppError {
  const { reason } = unreachable(error, '').details
  return new AppError('database.unreachable', { where: '', reason, said: '' }, { cause: error })
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'statusCode' in error
}
