import type { Renewal } from './renewal.ts'

/** How a listener stands with the server. */
export type Listening = 'connecting' | 'open' | 'lost'

/** What a line tells of itself. */
export interface LineTold {
  readonly onOpen: () => void
  /** It was cut, and comes back by itself unless it was closed for good. */
  readonly onCut: (isForGood: boolean) => void
}

/** What a line is kept with. */
export interface LineParts {
  /** Opens a line; gives what closes it. */
  readonly open: (told: LineTold) => () => void
  /** Carries the sign-in on: a line is closed for good where it has run out. */
  readonly renew: () => Promise<Renewal>
  /** Does something in a while; gives what calls that off. */
  readonly later: (then: () => void) => () => void
  readonly tell: (listening: Listening) => void
}

/**
 * Keeps a line open until what it gives is called: one that was closed for good is opened anew in a while, unless the
 * sign-in is over.
 */
export function keepLine({ open, renew, later, tell }: LineParts): () => void {
  let isOver = false
  let close = () => {}
  let callOff = () => {}
  const begin = () => {
    const onOpen = () => tell('open')
    const onCut = (isForGood: boolean) => {
      tell('lost')
      if (isForGood) callOff = later(() => void renewed())
    }
    close = open({ onOpen, onCut })
  }
  const renewed = async () => {
    const renewal = await renew()
    if (isOver || renewal === 'over') return
    if (renewal === 'renewed') begin()
    else callOff = later(() => void renewed())
  }
  begin()
  return () => {
    isOver = true
    callOff()
    close()
  }
}
