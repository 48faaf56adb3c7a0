import { broken, fine, odd, type Remark } from './remark.ts'

/** Who answers where `muster serve` is to listen. */
export type Listener =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'muster'; readonly version: string }
  | { readonly kind: 'other' }
  | { readonly kind: 'any-port' }

/** Whether the server's place is free, or taken by ourselves. */
export function judgeListener(listener: Listener, place: string): Remark {
  const of = { subject: 'server', about: place }
  switch (listener.kind) {
    case 'any-port':
      return fine(of, { en: 'any free port', es: 'cualquier puerto libre' })
    case 'nobody':
      return fine(of, {
        en: 'free: no server is running here',
        es: 'libre: aquí no hay ningún servidor en marcha',
      })
    case 'muster':
      return fine(of, {
        en: `Muster ${listener.version} is serving; if it is another installation's, give this one another server.port`,
        es: `Muster ${listener.version} está sirviendo; si es de otra instalación, dé a esta otro server.port`,
      })
    case 'other':
      return broken(
        of,
        { en: 'another program listens there', es: 'ahí escucha otro programa' },
        {
          en: 'Choose another server.port, or stop that program.',
          es: 'Elija otro server.port o detenga ese programa.',
        },
      )
  }
}

/** Whether there are pages to serve; `built` is null where there are none. */
export function judgeWeb(built: Date | null): Remark {
  const of = { subject: 'web' }
  if (built !== null) {
    const day = built.toISOString().slice(0, 10)
    return fine(of, { en: `built on ${day}`, es: `compilada el ${day}` })
  }
  return odd(
    of,
    { en: 'the web app is not built', es: 'la aplicación web no está compilada' },
    {
      en: 'Run "npm run build:web"; commands and API work without it.',
      es: 'Ejecute «npm run build:web»; las órdenes y la API funcionan sin ella.',
    },
  )
}
