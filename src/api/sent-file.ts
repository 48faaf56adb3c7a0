import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Phrase } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import { arriving, BODY_TIMES, withoutIdling } from './slow-body.ts'

/** A file as it comes with a request. */
export interface SentFile {
  readonly name: string
  readonly mediaType: string | null
  readonly bytes: AsyncIterable<Uint8Array>
}

/** A form is a file and little beside it. */
const FORM_LIMITS = {
  ...{ fileSize: Number.MAX_SAFE_INTEGER, files: 1 },
  ...{ fields: 8, parts: 9, fieldNameSize: 100, fieldSize: 4096, headerPairs: 16 },
} as const

/** Serves routes whose body is a file that is read as it comes, whatever its type is said to be. */
export function takingFiles(http: FastifyInstance, serve: (scope: FastifyInstance) => void): void {
  http.register(async (scope) => {
    await scope.register(multipart, { limits: FORM_LIMITS })
    for (const known of ['application/json', 'text/plain']) scope.removeContentTypeParser(known)
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    serve(scope)
  })
}

/** The file of a request: its body, or the first part of its form that is one. */
export async function sentFile(
  request: FastifyRequest,
  said: string | undefined,
): Promise<SentFile> {
  if (!request.isMultipart()) {
    const bytes = request.body instanceof Readable ? request.body : Readable.from([])
    const mediaType = request.headers['content-type'] ?? null
    return { name: said ?? UNNAMED, mediaType, bytes: arriving(bytes) }
  }
  const part = await withoutIdling(request.file(), BODY_TIMES.idleMs).catch((cause: Error) => {
    if (cause instanceof AppError) throw cause
    const es = 'el formulario está dañado, o lleva demasiado delante de su archivo'
    throw badForm({ en: cause.message, es }, { cause })
  })
  if (!part) throw badForm({ en: 'the form has no file', es: 'el formulario no lleva archivo' })
  return {
    name: said ?? plainName(part.filename),
    mediaType: part.mimetype,
    bytes: arriving(part.file),
  }
}

function badForm(message: Phrase, options?: ErrorOptions): AppError {
  return new AppError('request.invalid', { faults: [{ place: 'body', message }] }, options)
}

/** What a file is called of which nobody said the name; its bytes tell what it is. */
const UNNAMED = 'upload'

/** Without the folders some senders put before it, and what no file name has. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/u).at(-1) ?? ''
  return last.replace(/\p{Cc}/gu, '').slice(0, 255) || UNNAMED
}
