import { once } from 'node:events'
import { pino } from 'pino'
import { invitationStore } from '../access/invitations/store.ts'
import { peopleStore } from '../access/people/store.ts'
import { oneTimePassword } from '../access/secret/random-secret.ts'
import type { App } from '../app.ts'
import type { ServerSettings } from '../config-server.ts'
import type { Phrase } from '../language/language.ts'
import { say } from '../language/language.ts'
import type { Answer } from './answer.ts'
import type { Desk } from './command.ts'
import { STOPPED } from './commands/serve.ts'
import { openTodaysVendors } from './demo-fleet.ts'
import { freePort } from './free-port.ts'
import { type Serving, startServing } from './serving.ts'

const HOST = '127.0.0.1'
const NAME = 'demo'

/** A demo that is served: where, and who may sign in. */
export interface ServedDemo extends Serving {
  readonly name: string
  readonly password: string
}

/** Serves the demo to this machine alone until it is stopped, and says where and as whom to sign in. */
export async function serveDemo(app: App, desk: Pick<Desk, 'tell'>): Promise<Answer> {
  const { language, signal } = app
  const served = await startDemo(app, await freePort(HOST, app.server.port))
  const { address, name, password } = served
  desk.tell(['', '', ...servedWords(served).map((phrase) => say(phrase, language))])
  if (signal && !signal.aborted) await once(signal, 'abort')
  await served.close()
  const document = { address, name, password }
  return { ending: 'agreed', document, lines: [say(STOPPED, language)] }
}

/**
 * Starts the server of a demo, with the invented vendors beside it. Its administrator has a new password each time; it
 * is one of the demo's own database only, which a server in production refuses.
 */
export async function startDemo(app: App, port: number): Promise<ServedDemo> {
  const password = await makeAdministrator(app)
  const vendors = await openTodaysVendors(app)
  const server: ServerSettings = { ...app.server, ...LOOPBACK, port }
  const log = pino({ level: 'warn', base: { pid: app.who.pid } }, pino.destination(2))
  const serving = await startServing({ ...vendors.app, server }, log)
  return {
    ...{ name: NAME, password, address: serving.address },
    async close() {
      await serving.close()
      await vendors.close()
    },
  }
}

const LOOPBACK: Partial<ServerSettings> = {
  ...{ mode: 'development', host: HOST, hosts: [], trustedProxies: [] },
  ...{ allowOpenDevelopment: false, isBehindTls: false },
}

async function makeAdministrator({ database, now }: App): Promise<string> {
  const people = peopleStore(database)
  const password = oneTimePassword()
  const at = now()
  const { id } = await people.register(NAME, password, at)
  await people.change(id, { role: 'administrator' }, { by: 'system', at })
  for (const { name, role } of COLLEAGUES) {
    const colleague = await people.register(name, oneTimePassword(), at) // told to nobody
    await people.change(colleague.id, { role }, { by: NAME, at })
  }
  const guest = { name: 'elena@oficina.example', role: 'viewer', sites: null } as const
  await invitationStore(database).invite(guest, { by: NAME, at })
  return password
}

/** Others with access, so that there is somebody to look at. */
const COLLEAGUES = [
  { name: 'ana', role: 'approver' },
  { name: 'luis', role: 'operator' },
  { name: 'marta', role: 'analyst' },
] as const

function servedWords({ address, name, password }: ServedDemo): Phrase[] {
  return [
    { en: `The dashboard: ${address}`, es: `El panel: ${address}` },
    {
      en: `Sign in as: ${name}   Password: ${password}`,
      es: `Entre como: ${name}   Contraseña: ${password}`,
    },
    {
      en: 'Only this machine can reach it. The password is new with each demo. Ctrl-C ends it.',
      es: 'Solo esta máquina lo alcanza. La contraseña es nueva en cada demostración. Ctrl-C lo termina.',
    },
  ]
}
