import { chmod, copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchPackage } from './fetch-package.ts'
import { isInstalled } from './put-package.ts'
import { type NodePackage, TARGETS } from './targets.ts'

/** Where Node is looked for, and the portable folder it goes into. */
export interface NodeWay {
  readonly root: string
  readonly folder: string
}

/** Puts Node's program and licence into `runtime`; not the headers and manuals that lie around them in its package. */
export async function putNode(
  node: NodePackage,
  { root, folder }: NodeWay,
): Promise<'copied' | 'fetched'> {
  const runtime = join(folder, 'runtime')
  await mkdir(runtime)
  const fetched = await mkdtemp(join(folder, '.node-'))
  try {
    const from = await packageOf(node, { root, fetched })
    const [program] = await readdir(join(from, 'bin'))
    if (program === undefined) throw new Error(`${node.name} holds no program`)
    await copyFile(join(from, 'bin', program), join(runtime, program))
    await chmod(join(runtime, program), 0o755)
    await copyFile(await licenceOf(node, from, { root, fetched }), join(runtime, 'LICENSE'))
    return from.startsWith(fetched) ? 'fetched' : 'copied'
  } finally {
    await rm(fetched, { recursive: true })
  }
}

interface Places {
  readonly root: string
  /** For what is not installed. */
  readonly fetched: string
}

async function packageOf(node: NodePackage, { root, fetched }: Places): Promise<string> {
  const installed = join(root, 'node_modules', node.name)
  if (await isInstalled(node, installed)) return installed
  const folder = join(fetched, node.name)
  await fetchPackage(node, folder)
  return folder
}

/** The package for Windows has no licence in it; that of another system in the same version has the same one. */
async function licenceOf(node: NodePackage, from: string, places: Places): Promise<string> {
  if ((await readdir(from)).includes('LICENSE')) return join(from, 'LICENSE')
  const other = TARGETS.map((target) => target.node).find(
    ({ name, version }) => name !== node.name && version === node.version,
  )
  if (!other) throw new Error(`${node.name} has no licence in it, and no other package does`)
  return join(await packageOf(other, places), 'LICENSE')
}
