/**
 * Makers whose addresses tell nothing lasting of a machine. Addresses that are merely local (the
 * second bit) stay: one drawn by chance is in no other machine, and one that is falls to its shares.
 */
const TELLING_NOTHING: ReadonlySet<string> = new Set([
  // Virtual adapters: VMware, Hyper-V, VirtualBox, Xen, QEMU, Parallels.
  ...['00:05:69', '00:0c:29', '00:1c:14', '00:50:56', '00:15:5d', '08:00:27', '0a:00:27'],
  ...['00:16:3e', '52:54:00', '00:1c:42'],
  // Docks and USB adapters: ASIX, Realtek, Action Star, Good Way, Luxshare, Plugable, BizLink, CE Link.
  ...[
    '00:0e:c6',
    '00:e0:4c',
    '00:24:9b',
    '00:50:b6',
    '3c:18:a0',
    '8c:ae:4c',
    '9c:eb:e8',
    'a0:ce:c8',
  ],
  // Tunnels of OpenVPN and of Hamachi.
  ...['00:ff', '7a:79'],
])

/** Adapters that software sets up, with the same address in every machine. */
const SAME_EVERYWHERE: ReadonlySet<string> = new Set([
  '00:05:9a:3c:7a:00', // Cisco AnyConnect
  '00:09:0f:fe:00:01', // Fortinet
  '00:09:0f:aa:00:01',
  '02:00:4c:4f:4f:50', // Windows loopback
  '02:50:41:00:00:01', // Palo Alto GlobalProtect
  '02:80:37:ec:02:00', // mobile broadband
  '50:50:54:50:30:30', // Windows PPTP
  '20:41:53:59:4e:ff', // Windows RAS
  'ac:de:48:00:11:22', // the bridge to an Apple T2
])

/** Of Windows network monitors; what comes before differs by version, not by machine. */
const RAS_END = ':20:52:41:53'
const MAC = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/
/** Zeros, for one. */
const ALL_EQUAL = /^(..)(?::\1)*$/

/** The addresses that belong to a machine alone: lower case with colons, each once, in the order given. */
export function usableMacs(macs: readonly string[]): string[] {
  const usable: string[] = []
  for (const mac of macs) {
    const key = colonForm(mac)
    if (key !== null && isTelling(key) && !usable.includes(key)) usable.push(key)
  }
  return usable
}

function colonForm(mac: string): string | null {
  const text = mac.toLowerCase()
  if (MAC.test(text)) return text
  const hex = text.replace(/[\s:.-]/g, '')
  return /^[0-9a-f]{12}$/.test(hex) ? (hex.match(/../g) ?? []).join(':') : null
}

function isTelling(mac: string): boolean {
  if (isGroupAddress(mac) || ALL_EQUAL.test(mac) || mac.endsWith(RAS_END)) return false
  if (TELLING_NOTHING.has(mac.slice(0, 8)) || TELLING_NOTHING.has(mac.slice(0, 5))) return false
  return !SAME_EVERYWHERE.has(mac)
}

/** Broadcast and multicast: the first bit sent is set, so that no adapter can own it. */
function isGroupAddress(mac: string): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 1) === 1
}
