import { FLOOR_MAJOR, machineBinFolders, majorOf } from '../../src/db/embedded/embedded-binaries.ts'

/** The machine's own PostgreSQL the tests also run on: the oldest one we still support. */
export async function findTestPostgres(environment: NodeJS.ProcessEnv): Promise<string | null> {
  const given = environment.MUSTER_TEST_POSTGRES_BIN
  if (given) return (await majorOf(given)) === null ? null : given
  const found: { folder: string; major: number }[] = []
  for (const folder of await machineBinFolders()) {
    const major = await majorOf(folder)
    if (major !== null && major >= FLOOR_MAJOR) found.push({ folder, major })
  }
  return found.toSorted((a, b) => a.major - b.major)[0]?.folder ?? null
}
