import { broken, fine, odd, type Remark } from './remark.ts'
import { bytesWords } from './sizes.ts'

const LEAST_MEMORY = 300e6
const TIGHT_DISK = 2e9
const FULL_DISK = 200e6
/** The Node that Muster is tested with, and the oldest it runs on. */
const TESTED_NODE = 24

/** What the programs under Muster call themselves. */
export interface Versions {
  readonly muster: string
  readonly node: string
  readonly system: string
}

/** The programs under Muster. */
export function judgeVersions({ muster, node, system }: Versions): Remark {
  const text = `Muster ${muster}, Node ${node}, ${system}`
  const says = { en: text, es: text }
  if (Number.parseInt(node, 10) >= TESTED_NODE) return fine({ subject: 'versions' }, says)
  return odd({ subject: 'versions' }, says, {
    en: `Muster is tested with Node ${TESTED_NODE}; use that or a newer one.`,
    es: `Muster se prueba con Node ${TESTED_NODE}; use ese o uno más nuevo.`,
  })
}

/** The account that runs it. */
export function judgeAccount(account: {
  readonly name: string
  readonly isRoot: boolean
  readonly isProduction: boolean
}): Remark {
  const { name, isRoot, isProduction } = account
  const says = { en: `runs as ${name}`, es: `se ejecuta como ${name}` }
  if (!isRoot || !isProduction) return fine({ subject: 'account' }, says)
  return odd({ subject: 'account' }, says, {
    en: 'In production give Muster an account of its own: see "Install" in docs/operations.md.',
    es: 'En producción, dé a Muster una cuenta propia: vea «Install» en docs/operations.md.',
  })
}

/** Room in memory, as the system says what can still be had. */
export function judgeMemory({ free, total }: { readonly free: number; readonly total: number }) {
  const [left, all] = [bytesWords(free), bytesWords(total)]
  const says = { en: `${left} free of ${all}`, es: `${left} libres de ${all}` }
  if (free >= LEAST_MEMORY) return fine({ subject: 'memory' }, says)
  return odd({ subject: 'memory' }, says, {
    en: 'A night over a large fleet may not fit. Close other programs or give the machine more memory.',
    es: 'Una noche con muchos equipos puede no caber. Cierre otros programas o dé más memoria a la máquina.',
  })
}

/** Room on the disk of a folder. */
export function judgeDisk(disk: {
  readonly folder: string
  readonly free: number
  readonly total: number
}): Remark {
  const of = { subject: 'disk', about: disk.folder }
  const [left, all] = [bytesWords(disk.free), bytesWords(disk.total)]
  const says = { en: `${left} free of ${all}`, es: `${left} libres de ${all}` }
  const todo = {
    en: 'Make room, or move dataFolder to a larger disk: a database that cannot write stops.',
    es: 'Libere espacio o lleve dataFolder a un disco mayor: una base de datos que no puede escribir se detiene.',
  }
  if (disk.free < FULL_DISK) return broken(of, says, todo)
  return disk.free < TIGHT_DISK ? odd(of, says, todo) : fine(of, says)
}
