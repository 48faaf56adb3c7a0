import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { killsByDrill } from './kills-by-drill.ts'
import { DRILLS } from './list.ts'
import { type DrillOptions, readOptions } from './options.ts'
import { reportOf, reportText, rowOf } from './report.ts'
import { type DrillResult, startTally } from './tally.ts'
import { makeWorld, type World, type WorldSize } from './world/world.ts'

const RESULTS = join(import.meta.dirname, 'results')
const SIZES: Readonly<Record<'whole' | 'quick', WorldSize>> = {
  whole: { computers: 5_000, events: 30_000, days: 90 },
  quick: { computers: 2_000, events: 10_000, days: 60 },
}

await drill(
  readOptions(
    process.argv.slice(2),
    DRILLS.map(({ name }) => name),
  ),
)

/** Runs the drills asked for, prints what came of them, and fails when anything was lost or wrong. */
async function drill(options: DrillOptions): Promise<void> {
  const asked = DRILLS.filter(
    ({ name }) => options.only.length === 0 || options.only.includes(name),
  )
  const kills = killsByDrill(asked, options.kills)
  const world = once(() => makeWorld(SIZES[options.isQuick ? 'quick' : 'whole']))
  const results: DrillResult[] = []
  try {
    for (const { name, run } of asked) {
      console.log(`${new Date().toISOString()} ${name}`)
      const tally = startTally(name, (words) => console.log(words))
      const { seed, isQuick } = options
      await tally.whole(() =>
        run({ seed, isQuick, world: world.get, tally, kills: kills.get(name) ?? 0 }),
      )
      results.push(tally.result())
      console.log(rowOf(tally.result()))
    }
  } finally {
    if (world.isMade()) await (await world.get()).close()
  }
  const report = reportOf(options, results, new Date())
  console.log(`\n${reportText(report)}`)
  if (options.keep) {
    await mkdir(RESULTS, { recursive: true })
    await writeFile(join(RESULTS, 'drills.md'), reportText(report))
    await writeFile(join(RESULTS, 'drills.json'), `${JSON.stringify(report, null, 2)}\n`)
  }
  if (report.total.lost + report.total.wrong > 0) process.exitCode = 1
}

/** Makes something for the first who asks. */
function once(make: () => Promise<World>) {
  const made: { world?: Promise<World> } = {}
  const get = () => {
    made.world ??= make()
    return made.world
  }
  return { get, isMade: () => made.world !== undefined }
}
