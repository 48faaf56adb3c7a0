/** Why a service could not be asked or understood, where it is not the service that says so. */
export const HTTP_REASONS = [
  'connection-closed',
  'nothing-answers',
  'unknown-host',
  'host-lookup-failed',
  'no-way-to-host',
  'no-way-to-network',
  'no-reason',
  'not-http',
  'json-ends-early',
  'packing-broken',
  'too-many-redirects',
  'redirect-of-a-write',
  'redirect-without-place',
  'html',
  'xml',
  'plain-text',
  'binary',
] as const
export type HttpReason = (typeof HTTP_REASONS)[number]

/** The same for reasons that name what they are about: `code: about`. */
export const HTTP_REASONS_ABOUT = [
  'certificate',
  'secure-channel',
  'network-error',
  'bytes-missing',
  'closed-early',
  'packing-unknown',
  'not-text-of',
  'unsendable-header',
] as const
export type HttpReasonAbout = `${(typeof HTTP_REASONS_ABOUT)[number]}: ${string}`
