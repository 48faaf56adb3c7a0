/** What goes back over the wire; `body` as JSON, or nothing at all where it is undefined. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

export function answer(body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, headers, body }
}

/** An error as ThreatLocker words it. */
export function refusal(status: number, message: string): Answer {
  return { status, headers: {}, body: { LoggerId: 'sim', StatusCode: status, Message: message } }
}
