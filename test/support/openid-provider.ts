import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type CryptoKey,
  decodeJwt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  SignJWT,
} from 'jose'
import Provider, { type Configuration } from 'oidc-provider'

/** What a provider says of somebody. */
export interface Account {
  readonly email?: string
  readonly email_verified?: boolean
  readonly groups?: readonly string[]
}

/** A real provider on this machine, with its own pages for signing in. */
export interface LocalProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** By the name they sign in with there, which is their subject. */
  readonly accounts: Map<string, Account>
  /** Signs with another key from now on, and forgets the one before. */
  rotateKeys(): Promise<void>
  /** Publishes keys that it does not sign with, until the keys are rotated. */
  publishOtherKeys(): Promise<void>
  /** From now on the tokens it gives are for this client, as it says; null for the one who asks. */
  addressTokensTo(client: string | null): void
  /** Signs in there as a browser would; the address it sends the browser back to. */
  signIn(authorization: string, name: string): Promise<URL>
  close(): Promise<void>
}

const CLIENT_ID = 'muster-test'
const CLIENT_SECRET = 'geheim-des-anbieters-0123456789'

/** Starts a provider that knows one client. */
export async function localProvider(redirectUri: string): Promise<LocalProvider> {
  const accounts = new Map<string, Account>()
  type Serve = (request: IncomingMessage, response: ServerResponse) => void
  const current: { serve: Serve } = { serve: (_request, response) => response.end() }
  const http = createServer((request, response) => current.serve(request, response))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo // of a server that listens
  const issuer = `http://127.0.0.1:${port}`
  const tokensFor: { client: string | null } = { client: null }
  const made = async () => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true })
    const configuration = await configurationOf({ accounts, redirectUri, privateKey })
    const serve: Serve = new Provider(issuer, configuration).callback()
    return (request: IncomingMessage, response: ServerResponse) => {
      const { client } = tokensFor
      if (request.url === '/token' && client !== null) readdress(response, { client, privateKey })
      serve(request, response)
    }
  }
  const rotateKeys = async () => {
    current.serve = await made()
  }
  const publishOtherKeys = async () => {
    const [signing, publishing] = [current.serve, await made()]
    current.serve = (request, response) =>
      request.url === '/jwks' ? publishing(request, response) : signing(request, response)
  }
  await rotateKeys()
  return {
    ...{
      issuer,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      accounts,
      rotateKeys,
      publishOtherKeys,
    },
    addressTokensTo(client) {
      tokensFor.client = client
    },
    signIn: (authorization, name) => throughPages({ authorization, name, redirectUri }),
    async close() {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

/** Has the token that is answered be for another client, signed as the provider signs. */
function readdress(
  response: ServerResponse,
  { client, privateKey }: { readonly client: string; readonly privateKey: CryptoKey },
): void {
  const end = response.end.bind(response)
  const sign = async (text: string) => {
    const { id_token: token, ...others } = JSON.parse(text)
    const { alg = 'RS256', ...header } = decodeProtectedHeader(token)
    const claims = { ...decodeJwt(token), aud: client }
    const signed = await new SignJWT(claims).setProtectedHeader({ ...header, alg }).sign(privateKey)
    const body = JSON.stringify({ ...others, id_token: signed })
    response.setHeader('content-length', Buffer.byteLength(body))
    end(body)
  }
  Object.assign(response, { end: (body: unknown) => void sign(String(body)) })
}

interface ProviderParts {
  readonly accounts: ReadonlyMap<string, Account>
  readonly redirectUri: string
  readonly privateKey: CryptoKey
}

async function configurationOf({
  accounts,
  redirectUri,
  privateKey,
}: ProviderParts): Promise<Configuration> {
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }
  return {
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    jwks: { keys: [key] },
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    cookies: { keys: ['one cookie key of the test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], groups: ['groups'] },
    scopes: ['openid', 'email', 'groups'],
    pkce: { required: () => true },
    findAccount: (_context, id) => {
      const account = accounts.get(id)
      return account && { accountId: id, claims: () => ({ sub: id, ...account }) }
    },
  }
}

interface Journey {
  readonly authorization: string
  readonly name: string
  readonly redirectUri: string
}

/** Follows the provider's pages and fills in what they ask, until they lead back. */
async function throughPages({ authorization, name, redirectUri }: Journey): Promise<URL> {
  const cookies = new Map<string, string>()
  let next: { url: URL; form?: URLSearchParams } = { url: new URL(authorization) }
  for (let step = 0; step < 20; step += 1) {
    const answer = await visit(next, cookies)
    const place = answer.headers.get('location')
    if (place !== null) {
      const url = new URL(place, next.url)
      if (url.href.startsWith(redirectUri)) return url
      next = { url }
      continue
    }
    const page = await answer.text()
    const prompt = /name="prompt" value="(\w+)"/u.exec(page)?.[1]
    const action = /<form[^>]* action="([^"]+)"/u.exec(page)?.[1]
    if (!prompt || !action) throw new Error(`the provider asks nothing: ${page.slice(0, 2000)}`)
    const form = new URLSearchParams({ prompt, login: name, password: 'any' })
    next = { url: new URL(action, next.url), form }
  }
  throw new Error('the provider does not lead back')
}

async function visit(
  { url, form }: { url: URL; form?: URLSearchParams },
  cookies: Map<string, string>,
): Promise<Response> {
  const answer = await fetch(url, {
    redirect: 'manual',
    method: form ? 'POST' : 'GET',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form ? { body: form } : {}),
  })
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? []
    if (value === '') cookies.delete(name)
    else cookies.set(name, value)
  }
  return answer
}
