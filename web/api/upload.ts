import { ROUTE_TABLE } from 'virtual:route-table'
import { ApiProblem, problemOf } from './api-problem.ts'
import { type Answer, addressOf, type CallParts, headersFor, type RouteName } from './call.ts'
import { saveAnswer } from './download.ts'
import { renewSession } from './session.ts'

/** How much of a file has gone over, 0 to 1. */
export type OnProgress = (share: number) => void

interface Sending<N extends RouteName> extends Pick<CallParts<N>, 'params' | 'query' | 'signal'> {
  readonly file: File
  readonly onProgress?: OnProgress
}

/** Sends a file as the body of a request, telling how far it is. Throws `ApiProblem`. */
export async function upload<N extends RouteName>(
  name: N,
  sending: Sending<N>,
): Promise<Answer<N>> {
  return (await sent(name, sending)).json()
}

/** Sends a file and hands the one that comes back to the browser to keep. Throws `ApiProblem`. */
export async function exchange<N extends RouteName>(name: N, sending: Sending<N>): Promise<void> {
  await saveAnswer(await sent(name, sending), name)
}

async function sent<N extends RouteName>(name: N, sending: Sending<N>): Promise<Response> {
  const first = await sendFile(name, sending)
  if (first.ok) return first
  const problem = await problemOf(first)
  if (!problem.isSignInOver || (await renewSession()) !== 'renewed') throw problem
  const second = await sendFile(name, sending)
  if (second.ok) return second
  throw await problemOf(second)
}

function sendFile<N extends RouteName>(
  name: N,
  { file, onProgress, signal, ...parts }: Sending<N>,
): Promise<Response> {
  const request = new XMLHttpRequest() // fetch does not tell how much was sent
  const method = ROUTE_TABLE[name]?.method ?? 'POST'
  request.open(method, addressOf(name, parts))
  request.responseType = 'blob' // it may be a file
  for (const [header, value] of Object.entries(headersFor(method))) {
    request.setRequestHeader(header, value)
  }
  request.setRequestHeader('content-type', file.type || 'application/octet-stream')
  request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 1 : loaded / total)
  signal?.addEventListener('abort', () => request.abort())
  return new Promise((resolve, reject) => {
    request.onload = () => resolve(answerOf(request))
    request.onerror = () => reject(ApiProblem.unreachable(null))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.send(file)
  })
}

function answerOf(request: XMLHttpRequest): Response {
  const { status, statusText, response } = request
  const headers = new Headers()
  for (const name of ['x-request-id', 'content-disposition']) {
    const value = request.getResponseHeader(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(response, { status, statusText, headers })
}
