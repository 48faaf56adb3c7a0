import { expect, it } from 'vitest'
import { connectionFault } from './connection-fault.ts'

it.each([
  ['ECONNRESET', 'connection-closed', true],
  ['ECONNREFUSED', 'nothing-answers', true],
  ['EAI_AGAIN', 'host-lookup-failed', true],
  ['ENOTFOUND', 'unknown-host', false],
  ['CERT_HAS_EXPIRED', 'certificate: CERT_HAS_EXPIRED', false],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate: UNABLE_TO_VERIFY_LEAF_SIGNATURE', false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate: ERR_TLS_CERT_ALTNAME_INVALID', false],
  ['EPROTO', 'secure-channel: EPROTO', false],
  ['ERR_SSL_NO_PROTOCOLS_AVAILABLE', 'secure-channel: ERR_SSL_NO_PROTOCOLS_AVAILABLE', false],
  ['HPE_INVALID_CONSTANT', 'not-http', false],
  ['EACCES', 'network-error: EACCES', false],
  ['', 'no-reason', false],
])('takes %s for %s; another try may help: %s', (code, reason, mayPass) => {
  expect(connectionFault(code)).toEqual({ reason, mayPass })
})
