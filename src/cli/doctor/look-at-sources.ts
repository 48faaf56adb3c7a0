import { stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../../config.ts'
import { connectDeviceFile } from '../../sources/device-file/client.ts'
import { connectFinanceRegister } from '../../sources/finance-register/client.ts'
import type { HttpSettings } from '../../sources/http/http-settings.ts'
import { connectLocations } from '../../sources/locations/client.ts'
import { connectNinjaone } from '../../sources/ninjaone/client.ts'
import { baseUrlOf } from '../../sources/ninjaone/schema.ts'
import { connectOcs } from '../../sources/ocs/client.ts'
import type { Outside } from '../../sources/outside.ts'
import type { Connection } from '../../sources/source.ts'
import { connectThreatlocker } from '../../sources/threatlocker/client.ts'
import { failureRemark } from './failure-remark.ts'
import { judgeFileAge } from './judge-files.ts'
import { reach } from './reach.ts'
import { broken, fine, type Of, type Remark } from './remark.ts'

/** A vendor is asked once and not for long. */
const BRIEFLY = { timeoutSeconds: 20, retrySeconds: 0 } as const satisfies Partial<HttpSettings>

type Asked = Pick<Config, 'sources' | 'tags'>

/** Every configured source, opened as for a collection and closed again; no rows are read and no token is kept. */
export async function lookAtSources(config: Asked, now: () => Date): Promise<Remark[]> {
  const looks = [
    ...vendorLooks(config, now),
    ...fileLooks(config, now),
    ...officeLooks(config, now),
  ]
  if (looks.length > 0) return Promise.all(looks)
  const says = { en: 'none is configured', es: 'no hay ninguna configurada' }
  return [fine({ subject: 'sources' }, says)]
}

function vendorLooks({ sources }: Asked, now: () => Date): Promise<Remark>[] {
  const { ninjaone, threatlocker } = sources
  const outside = forgetful(now)
  const briefly = <T extends { readonly http: HttpSettings }>(settings: T): T => ({
    ...settings,
    http: { ...settings.http, ...BRIEFLY },
  })
  return [
    // to sign in would use up the refresh token, which only a collection may keep the next one of
    ...(ninjaone?.refreshToken ? [lookAtHost('ninjaone', new URL(baseUrlOf(ninjaone)))] : []),
    ...(ninjaone && !ninjaone.refreshToken
      ? [lookAt('ninjaone', () => connectNinjaone(briefly(ninjaone), outside))]
      : []),
    ...(threatlocker
      ? [lookAt('threatlocker', () => connectThreatlocker(briefly(threatlocker), outside))]
      : []),
  ]
}

function fileLooks({ sources }: Asked, now: () => Date): Promise<Remark>[] {
  return Object.entries(sources['device-files']).map(([name, feed]) =>
    lookAtFile(name, { connect: () => connectDeviceFile(feed), now }),
  )
}

function officeLooks({ sources, tags }: Asked, now: () => Date): Promise<Remark>[] {
  const { ocs, locations } = sources
  if (!ocs) return []
  const virtualMachineWords = [...tags.virtualMachineWords]
  const finance = { ...sources['finance-register'], virtualMachineWords }
  return [
    lookAt('ocs', () => connectOcs(ocs)),
    lookAtFile('finance-register', { connect: () => connectFinanceRegister(finance), now }),
    lookAtFile('locations', { connect: () => connectLocations(locations), now }),
  ]
}

async function lookAt(source: string, connect: () => Promise<Connection>): Promise<Remark> {
  const of = { subject: 'sources', about: source }
  return closing(of, connect, async ({ origin: { name } }) =>
    fine(of, { en: `${name} answers`, es: `${name} responde` }),
  )
}

async function lookAtFile(
  source: string,
  { connect, now }: { connect: () => Promise<Connection>; now: () => Date },
): Promise<Remark> {
  const of = { subject: 'sources', about: source }
  return closing(of, connect, async ({ origin: { name } }) =>
    judgeFileAge(of, { name, changed: (await stat(name)).mtime, now: now() }),
  )
}

async function closing(
  of: Of,
  connect: () => Promise<Connection>,
  judge: (connection: Connection) => Promise<Remark>,
): Promise<Remark> {
  try {
    const connection = await connect()
    return await judge(connection).finally(() => connection.close())
  } catch (error) {
    return failureRemark(of, error)
  }
}

async function lookAtHost(source: string, url: URL): Promise<Remark> {
  const of = { subject: 'sources', about: source }
  const because = await reach(url)
  if (because === null) {
    return fine(of, {
      en: `${url.host} answers; its sign-in was left untried, as that would use up the refresh token`,
      es: `${url.host} responde; no se probó el inicio de sesión, que gastaría el token de renovación`,
    })
  }
  return broken(
    of,
    {
      en: `${url.host} cannot be reached: ${because}`,
      es: `no se llega a ${url.host}: ${because}`,
    },
    {
      en: 'Check the name server and the firewall of this machine.',
      es: 'Revise el servidor de nombres y el cortafuegos de esta máquina.',
    },
  )
}

/** The world of a look: what a vendor hands out is used and forgotten. */
function forgetful(now: () => Date): Outside {
  return {
    now,
    random: Math.random,
    sleep: (milliseconds) => sleep(milliseconds),
    tokens: { load: async () => null, save: async () => {} },
  }
}
