import type { ErrorShape } from './traits.ts'

/** What goes back over the wire. A text body goes as it is, anything else as JSON. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

export function answer(body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, headers, body }
}

/** An error as NinjaOne words it. */
export function refusal(status: number, what: string, shape: ErrorShape = 'failure'): Answer {
  return { status, body: errorBody(what, shape) }
}

function errorBody(what: string, shape: ErrorShape): unknown {
  switch (shape) {
    case 'oauth':
      return { error: what, error_description: what.replaceAll('_', ' ') }
    case 'coded':
      return { errorMessage: { code: what, params: {} } }
    case 'text':
      return what
    case 'failure':
      return { resultCode: 'FAILURE', errorMessage: what, incidentId: 'sim-1' }
  }
}
