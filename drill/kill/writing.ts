import type { Verdict } from '../tally.ts'
import type { Trial } from '../world/trial.ts'
import type { End, Ordeal } from './kill-at-random.ts'

/** The plan of every trial, applied or taken back, killed: each row is written once, or not yet. */
export function writingOrdeal(drill: string, command: 'apply' | 'undo'): Ordeal<null> {
  return {
    drill,
    start: command === 'apply' ? 'planned' : 'applied',
    command: ({ world }) => [command, `P${world.plan}`],
    prepare: async () => null,
    broken: async (trial) => ({ lost: [], wrong: await writtenTwice(trial) }),
    whole: (trial, _before, end) => wholeWriting(trial, command, end),
  }
}

/** Whether every row is what the command makes of it, and was written once for that. */
export async function wholeWriting(
  trial: Trial,
  command: 'apply' | 'undo',
  { code, answer }: Pick<End, 'code' | 'answer'>,
): Promise<Verdict> {
  const { office } = trial.world
  const wanted = command === 'apply' ? office.after : office.before
  const tags = await office.tags()
  const unwritten = [...wanted].filter(([id, tag]) => tags.get(id) !== tag)
  const said = code === 0 ? [] : [`${command} ended with ${code}: ${JSON.stringify(answer)}`]
  return {
    lost: unwritten.map(([id, tag]) => `row ${id} is "${tags.get(id)}", not "${tag}"`),
    wrong: [...(await writtenTwice(trial)), ...said],
  }
}

export async function writtenTwice({ world }: Trial): Promise<string[]> {
  const written = Map.groupBy(await world.office.written(), ({ id }) => id)
  return [...written]
    .filter(([, times]) => times.length > 1)
    .map(([id, times]) => `row ${id} was written ${times.length} times`)
}
