import type { Config } from './config.ts'
import type { RuntimeRole } from './db/runtime-role.ts'
import type { ProtectedServer } from './db/server-protection.ts'
import { whereOf } from './db/unreachable.ts'
import { isLoopback } from './lib/loopback.ts'
import type { ServeFault } from './lib/serve-fault.ts'

type Listening = Pick<Config['server'], 'mode' | 'host' | 'allowOpenDevelopment'>

/** A server in development that others could reach. */
export function developmentFaults({ mode, host, allowOpenDevelopment }: Listening): ServeFault[] {
  const isOpen = mode === 'development' && !allowOpenDevelopment && !isLoopback(host)
  return isOpen ? [{ fault: 'open-development', about: `server.host ${host}` }] : []
}

/** What of a configuration is not fit for production. */
export function settingFaults(
  { server, dataFolder }: Pick<Config, 'server' | 'dataFolder'>,
  { demoFolder }: { readonly demoFolder: string },
): ServeFault[] {
  const { hosts, isBehindTls } = server
  return [
    ...told(hosts.length === 0, 'hosts-empty', 'server.hosts'),
    ...hosts
      .filter(isExample)
      .map((host): ServeFault => ({ fault: 'hosts-example', about: `server.hosts ${host}` })),
    ...told(!isBehindTls, 'not-behind-tls', 'server.isBehindTls'),
    ...told(isWithin(dataFolder, demoFolder), 'demo-data', `dataFolder ${dataFolder}`),
  ]
}

/** What of the way to a database server is not fit for production. */
export function serverFaults(
  url: string,
  { protection, user, hasDefaultPassword }: ProtectedServer,
): ServeFault[] {
  return [
    ...told(protection === 'unverified', 'database-not-verified', whereOf(url)),
    ...told(hasDefaultPassword, 'database-default-password', user),
  ]
}

/** What a role may do that nobody needs who only works with the tables. */
export function roleFaults({
  name,
  isSuperuser,
  createsRoles,
  ownsTables,
}: RuntimeRole): ServeFault[] {
  return [
    ...told(isSuperuser, 'database-superuser', name),
    ...told(createsRoles, 'database-creates-roles', name),
    ...told(ownsTables, 'database-owns-tables', name),
  ]
}

function told(isSo: boolean, fault: ServeFault['fault'], about: string): ServeFault[] {
  return isSo ? [{ fault, about }] : []
}

/** Names that are kept for documentation, by RFC 2606. */
function isExample(host: string): boolean {
  return /(^|\.)(example(\.(com|net|org))?|test|invalid)$/iu.test(host)
}

function isWithin(folder: string, parent: string): boolean {
  const plain = (path: string) => `${path.replaceAll('\\', '/').replace(/\/+$/u, '')}/`
  return plain(folder).startsWith(plain(parent))
}
