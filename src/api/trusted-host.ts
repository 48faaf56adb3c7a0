/** Names of the machine itself, which no other machine can be reached by. */
const OWN = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/**
 * Whether a request names a host that people reach the server by; other names are how pages of other
 * sites get at servers of a closed network. Without any configured only the machine itself is one, and
 * any numeric address, which no such page can make its own.
 *
 * @example isTrustedHost('Muster.example.org', ['muster.example.org']) // => true
 */
export function isTrustedHost(hostname: string, hosts: readonly string[]): boolean {
  const named = hostname.toLowerCase()
  if (OWN.has(named) || hosts.some((host) => host.toLowerCase() === named)) return true
  return hosts.length === 0 && isAddress(named)
}

function isAddress(name: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/u.test(name) || /^\[?[0-9a-f:]*:[0-9a-f:.]*\]?$/u.test(name)
}
