import { createHmac } from 'node:crypto'
import { AppError } from '../../lib/errors.ts'
import { type HttpClient, httpClient } from '../../sources/http.ts'
import type { Outside } from '../../sources/outside.ts'
import type { WebhookSettings } from '../alert-settings.ts'
import type { DigestDocument } from '../digest-document.ts'

/** What a webhook needs of the world. */
export type WebhookWorld = Pick<Outside, 'now' | 'random' | 'sleep'>

/** Of an answer nothing is read but whether it says yes. */
const MOST_ANSWER_BYTES = 65_536

/**
 * Posts a digest, signed anew for each try, to an address that passes the same guard as those of vendors. Any
 * answer of 2xx says that it was taken. Throws `alert.webhook-unsent`.
 */
export async function postDigest(
  settings: WebhookSettings,
  document: DigestDocument,
  world: WebhookWorld,
): Promise<void> {
  const url = new URL(settings.url)
  try {
    await clientTo(url, settings, { body: JSON.stringify(document), world }).send({
      ...{ method: 'POST', path: url.pathname, json: document, isSafe: true },
      isAnswerIgnored: true,
      query: Object.fromEntries(url.searchParams),
      headers: { 'x-muster-delivery': String(document.delivery) },
    })
  } catch (error) {
    throw unsent(error, url.host)
  }
}

function clientTo(
  { origin }: URL,
  { secret, timeoutSeconds, retrySeconds, allowPrivateAddress }: WebhookSettings,
  { body, world }: { readonly body: string; readonly world: WebhookWorld },
): HttpClient {
  const settings = {
    ...{ timeoutSeconds, retrySeconds, allowPrivateAddress },
    ...{ requestsPerMinute: 600, concurrency: 1, maxAnswerBytes: MOST_ANSWER_BYTES },
  }
  const authorizer = {
    headers: async () => ({ 'x-muster-signature': signature(secret, body, world.now()) }),
    renew: async () => {},
  }
  return httpClient({ source: 'webhook', baseUrl: origin, settings, authorizer }, world)
}

/** When it was signed and, in hexadecimal, HMAC-SHA256 of that time, a full stop and the body. */
export function signature(secret: string, body: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1_000)
  const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${mac}`
}

/** The path and the query of a webhook are often its secret: only the host is told. */
function unsent(error: unknown, host: string): unknown {
  if (!(error instanceof AppError)) return error
  const { code, details } = error
  return new AppError('alert.webhook-unsent', { host, because: code, said: saidIn(details) })
}

function saidIn(details: object): string {
  if ('reason' in details) return String(details.reason)
  if ('status' in details) return `HTTP ${details.status}`
  return 'problem' in details ? String(details.problem) : ''
}
