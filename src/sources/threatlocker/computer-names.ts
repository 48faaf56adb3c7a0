const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/u

/** What a machine is called: for people, and on the network. */
export interface ComputerNames {
  readonly displayName: string | null
  readonly hostname: string | null
}

/**
 * The names of a computer. People write "HOST | Person" into either field: that is a name for people,
 * and its host is what stands before the pipe. An IP address is nobody's name.
 */
export function computerNames(computerName: string | null, hostname: string | null): ComputerNames {
  const isNamedByHost = hostname?.includes('|') && computerName === null
  return {
    displayName: isNamedByHost ? hostname : computerName,
    hostname: hostOf(hostname) ?? (computerName?.includes('|') ? hostOf(computerName) : null),
  }
}

function hostOf(name: string | null): string | null {
  const [host = ''] = (name ?? '').split('|')
  const trimmed = host.trim()
  return trimmed === '' || isAddress(trimmed) ? null : trimmed
}

function isAddress(name: string): boolean {
  return IPV4.test(name) || name.includes(':')
}
