import { signingKeysFile } from '../../app.ts'
import type { Config } from '../../config.ts'
import { developmentFaults, serverFaults, settingFaults } from '../../config-production.ts'
import { serverProtection } from '../../db/server-protection.ts'
import { SERVE_FAULTS } from '../../language/reasons/serve-reasons.ts'
import { DEMO_FOLDER } from '../demo.ts'
import { failureRemark } from './failure-remark.ts'
import { lookAtAlerts } from './look-at-alerts.ts'
import { lookAtDatabase } from './look-at-database.ts'
import { lookAtFolders } from './look-at-folders.ts'
import { lookAtKeyRing, lookAtSigningKeys } from './look-at-keys.ts'
import { lookAtAccount, lookAtDisk, lookAtMachine } from './look-at-machine.ts'
import { lookAtServer, lookAtWeb } from './look-at-server.ts'
import { lookAtSources } from './look-at-sources.ts'
import { broken, fine, type Remark, SUBJECTS } from './remark.ts'

/** What an examination needs of the world. */
export interface Examining {
  /** Reads the configuration; what it throws is told as the first thing that is wrong. */
  readConfig(): Promise<Config>
  readonly file: string
  readonly version: string
  readonly now: () => Date
}

/** Looks at everything that can be looked at and writes nothing; in the order of `SUBJECTS`. */
export async function examine(examining: Examining): Promise<Remark[]> {
  const machine = await lookAtMachine(examining.version)
  const of = { subject: 'configuration', about: examining.file }
  try {
    const config = await examining.readConfig()
    const remarks = await examineInstallation(config, examining.now)
    return inOrder([...machine, ...configurationRemarks(config, of.about), ...remarks])
  } catch (error) {
    return inOrder([...machine, failureRemark(of, error), lookAtAccount(false), await lookAtWeb()])
  }
}

async function examineInstallation(config: Config, now: () => Date): Promise<Remark[]> {
  const { sources, alerts, events, server, dataFolder, keyRing } = config
  const isNightDue = hasMachines(config) && config.schedule.nightly !== null
  const [database, ...others] = await Promise.all([
    lookAtDatabase(config, { now, isNightDue }),
    lookAtSources({ sources, tags: config.tags }, now),
    lookAtAlerts(alerts),
    lookAtServer(server).then((remark) => [remark]),
    lookAtWeb().then((remark) => [remark]),
    lookAtDisk(dataFolder).then((remark) => [remark]),
    lookAtFolders([dataFolder, config.reports.folder, ...(events.inbox ? [events.inbox] : [])]),
    lookAtSigningKeys(signingKeysFile(config)).then((remark) => [remark]),
  ])
  const ring = await lookAtKeyRing(keyRing, database.isAnythingSealed)
  const account = lookAtAccount(server.mode === 'production')
  return [account, ...database.remarks, ring, ...others.flat()]
}

/** A configuration that can be read, and what keeps a server from starting by it. */
function configurationRemarks(config: Config, about: string): Remark[] {
  const { server, databaseUrl } = config
  const faults =
    server.mode === 'production'
      ? [
          ...settingFaults(config, { demoFolder: DEMO_FOLDER }),
          ...(databaseUrl === null ? [] : serverFaults(databaseUrl, serverProtection(databaseUrl))),
        ]
      : developmentFaults(server)
  if (faults.length === 0) {
    const mode = server.mode === 'production' ? 'production' : 'development'
    return [
      fine(
        { subject: 'configuration', about },
        { en: `can be used, in ${mode}`, es: `se puede usar, en ${mode}` },
      ),
    ]
  }
  return faults.map(({ fault, about: setting }) => {
    const { en, es } = SERVE_FAULTS[fault]
    const says = { en: `${en}.`, es: `${es}.` }
    return broken({ subject: 'configuration', about: setting }, says, null)
  })
}

function hasMachines({ sources }: Pick<Config, 'sources'>): boolean {
  const { ocs, ninjaone, threatlocker } = sources
  const files = Object.keys(sources['device-files'])
  return [ocs, ninjaone, threatlocker].some((each) => each !== undefined) || files.length > 0
}

function inOrder(remarks: readonly Remark[]): Remark[] {
  return remarks.toSorted((a, b) => SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject))
}
