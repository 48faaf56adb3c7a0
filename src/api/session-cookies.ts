import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ACCESS_SECONDS } from '../access/secret/access-token.ts'

/** What a browser keeps of a sign-in. */
export interface SessionSecrets {
  readonly accessToken: string
  readonly refreshToken: string
  readonly csrf: string
  readonly refreshSeconds: number
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What the browser is to keep: new secrets, or none any more; undefined leaves it as it is. */
    newSecrets: SessionSecrets | 'none' | undefined
  }
}

/**
 * The cookies of a sign-in: two that scripts cannot read, and one that they must repeat in a header. Behind TLS
 * a browser takes them from this very host by https only.
 */
export function sessionCookies({ isBehindTls }: { readonly isBehindTls: boolean }) {
  const prefix = isBehindTls ? '__Host-muster' : 'muster'
  const names = {
    access: `${prefix}_access`,
    refresh: `${prefix}_refresh`,
    csrf: `${prefix}_csrf`,
  }
  const options = { path: '/', sameSite: 'strict', secure: isBehindTls } as const
  return {
    /** What a browser keeps while it is at a provider; it brings it along when that sends it back. */
    attempt: {
      name: `${prefix}_openid`,
      options: { path: '/', sameSite: 'lax', secure: isBehindTls, httpOnly: true } as const,
      /** An address of this server as the browser knows it. */
      hereUrl: ({ host }: FastifyRequest, path: string): string =>
        new URL(path, `${isBehindTls ? 'https' : 'http'}://${host}`).href,
    },

    /** What of them a request carries. */
    of({ cookies }: FastifyRequest) {
      return {
        access: cookies[names.access],
        refresh: cookies[names.refresh],
        csrf: cookies[names.csrf],
      }
    },

    /** Reads cookies, and sets those that a handler wants kept. */
    async register(http: FastifyInstance): Promise<void> {
      await http.register(cookie)
      http.decorateRequest('newSecrets')
      http.addHook('onSend', async ({ newSecrets }, reply) => {
        if (newSecrets === undefined) return
        if (newSecrets === 'none') {
          for (const name of Object.values(names)) reply.clearCookie(name, options)
          return
        }
        const { accessToken, refreshToken, csrf, refreshSeconds } = newSecrets
        const hidden = { ...options, httpOnly: true }
        reply.setCookie(names.access, accessToken, { ...hidden, maxAge: ACCESS_SECONDS })
        reply.setCookie(names.refresh, refreshToken, { ...hidden, maxAge: refreshSeconds })
        reply.setCookie(names.csrf, csrf, { ...options, maxAge: refreshSeconds })
      })
    },
  }
}
