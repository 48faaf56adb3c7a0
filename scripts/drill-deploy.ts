import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drillImage } from './drill-deploy/image.ts'
import { drillUnits } from './drill-deploy/units.ts'

/**
 * What tests are too quick for: systemd's own word on the units, and the commands of the Dockerfile, run without a
 * container and served from, by another account, from folders it may not write to.
 */
const folder = await mkdtemp(join(tmpdir(), 'muster-drill-'))
try {
  await drillUnits(folder)
  await drillImage(folder)
  console.log('All of deploy/ that can be tried without an engine of containers holds.')
} finally {
  await rm(folder, { recursive: true, force: true })
}
