/** What came of sending a request once. */
export type TryOutcome =
  | Answered
  | { readonly kind: 'timed-out'; readonly wasSent: boolean }
  | Broken
  /** The name of the host stands for an address that may not be asked. */
  | { readonly kind: 'private-address' }

/** No answer: the connection failed, or broke before one began. */
export interface Broken {
  readonly kind: 'broken'
  /** As Node names it, such as `ECONNRESET`; empty when it does not. */
  readonly code: string
  /** False when it is certain that nothing of the request left. */
  readonly wasSent: boolean
}

export interface Answered {
  readonly kind: 'answered'
  readonly status: number
  readonly headers: Headers
  /** Unpacked; as much of it as was read. */
  readonly bytes: Uint8Array
  readonly end: AnswerEnd
}

/** How an answer ended: whole, cut off, over the limit and left there, or not to be unpacked. */
export type AnswerEnd = 'whole' | 'cut' | 'over' | 'unpackable' | 'packing-unknown'

/** What ended an answer that broke off while it was read and unpacked. */
export function brokenEnd(code: string): AnswerEnd {
  const isCut = /^(?:ECONN|EPIPE|HPE_|Z_BUF_ERROR|ERR_STREAM)/u.test(code)
  return isCut ? 'cut' : 'unpackable'
}
