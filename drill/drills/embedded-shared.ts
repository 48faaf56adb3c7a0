import type { Drill, Scene } from '../drill.ts'
import { endingOf, wholeFiles } from '../kill/own-events.ts'
import type { Tally, Verdict } from '../tally.ts'
import { type OwnFolder, withOwnFolder } from '../world/own-folder.ts'

/** Two commands at once; the one that finds the other at work says so, and is run again. */
async function atOnce(own: OwnFolder, files: readonly number[], { saw }: Tally): Promise<Verdict> {
  const ends = await Promise.all(files.map((file) => own.ingest(file).ended))
  const untold: string[] = []
  for (const [at, end] of ends.entries()) {
    const said = endingOf(end)
    saw(`of two at once: ${said}`)
    if (said === 'taken') continue
    if (said !== 'run.busy') untold.push(`one of two at once said ${end.said}`)
    const again = await own.ingest(files[at] ?? 0).ended
    if (endingOf(again) !== 'taken') untold.push(`run again it said ${again.said}`)
  }
  const { lost, wrong } = await wholeFiles(own, files)
  return { lost, wrong: [...untold, ...wrong] }
}

async function run({ seed, isQuick, tally }: Scene): Promise<void> {
  for (let round = 0; round < (isQuick ? 1 : 4); round += 1) {
    await withOwnFolder(async (own) => {
      await tally.attempt(`seed ${seed}, in a folder without a database`, () =>
        atOnce(own, [1, 2], tally),
      )
      await tally.attempt(`seed ${seed}, the same file twice`, async () => {
        const ends = await Promise.all([own.ingest(3).ended, own.ingest(3).ended])
        const said = ends.map(endingOf)
        tally.saw(`the same file twice at once: ${said.toSorted().join(' and ')}`)
        const isWell = said.every((each) => ['taken', 'same', 'run.busy'].includes(each))
        const { lost, wrong } = await wholeFiles(own, [1, 2, 3])
        return { lost, wrong: [...(isWell ? [] : [`they said ${said.join(', ')}`]), ...wrong] }
      })
    })
  }
}

export const embeddedShared: Drill = {
  name: 'embedded-shared',
  does: 'two commands at once in one data folder, also the first two there ever are',
  killShare: 0,
  run,
}
