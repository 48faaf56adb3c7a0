import type { Command } from '../measure/measured.ts'
import { watchServer } from '../muster/server-memory.ts'
import type { Installation } from './installation.ts'
import { runWatched, type Watched } from './watched-command.ts'

/** What one side took to take a file in. */
export interface SideRun {
  /** Of the whole process, from its start to its end. */
  readonly seconds: number
  /** Of its work alone, without the start of a process, its libraries or a server. */
  readonly workSeconds: number
  /** The most memory its own process ever held. */
  readonly peakBytes: number
  /** The most its PostgreSQL held at once; 0 when that is a server elsewhere. */
  readonly databaseBytes: number
  /** In the order in which they were taken. */
  readonly steps: readonly Step[]
}

/** A part of the work. */
export interface Step {
  readonly name: string
  readonly ms: number
}

/** Runs a command with an eye on its memory and on that of its server. */
export async function runBeside(
  { cluster }: Installation,
  command: Command,
): Promise<Watched & { readonly databaseBytes: number }> {
  const place = await cluster()
  const watch = place === null ? null : watchServer(place)
  try {
    const watched = await runWatched(command)
    return { ...watched, databaseBytes: (await watch?.stop()) ?? 0 }
  } finally {
    await watch?.stop()
  }
}
