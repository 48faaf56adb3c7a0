import type { HttpReason, HttpReasonAbout } from './reason.ts'

/** Why there was no answer, and whether another try may bring one. */
export interface ConnectionFault {
  readonly reason: HttpReason | HttpReasonAbout
  readonly mayPass: boolean
}

const FAULTS: Readonly<Record<string, ConnectionFault>> = {
  ECONNRESET: { reason: 'connection-closed', mayPass: true },
  ECONNABORTED: { reason: 'connection-closed', mayPass: true },
  EPIPE: { reason: 'connection-closed', mayPass: true },
  ECONNREFUSED: { reason: 'nothing-answers', mayPass: true },
  ETIMEDOUT: { reason: 'nothing-answers', mayPass: true },
  EAI_AGAIN: { reason: 'host-lookup-failed', mayPass: true },
  EHOSTUNREACH: { reason: 'no-way-to-host', mayPass: true },
  ENETUNREACH: { reason: 'no-way-to-network', mayPass: true },
  ENETDOWN: { reason: 'no-way-to-network', mayPass: true },
  ENOTFOUND: { reason: 'unknown-host', mayPass: false },
}
const CERTIFICATE = /CERT|^UNABLE_TO_|^HOSTNAME_MISMATCH$|^INVALID_(?:CA|PURPOSE)$/u

/** What the code of a failed connection means, as Node gives it; empty when it gives none. */
export function connectionFault(code: string): ConnectionFault {
  return FAULTS[code] ?? { reason: lastingReason(code), mayPass: false }
}

function lastingReason(code: string): HttpReason | HttpReasonAbout {
  if (code === '') return 'no-reason'
  if (code.startsWith('HPE_')) return 'not-http'
  if (CERTIFICATE.test(code)) return `certificate: ${code}`
  if (/^ERR_(?:SSL|TLS)_|^EPROTO$/u.test(code)) return `secure-channel: ${code}`
  return `network-error: ${code}`
}
