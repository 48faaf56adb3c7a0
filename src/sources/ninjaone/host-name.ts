const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/u

/**
 * The longest form of a machine's name: `systemName` is cut to 15 characters, `dnsName` is not. An IP
 * address in either place is nobody's name.
 */
export function hostName(dnsName: string | null, systemName: string | null): string | null {
  return [dnsName, systemName].find((name) => name !== null && !isAddress(name)) ?? null
}

function isAddress(name: string): boolean {
  return IPV4.test(name) || name.includes(':')
}
