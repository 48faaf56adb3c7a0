import type { MachineStory } from './link-machines.task.ts'

/** Of a machine's story what is told of its records at some sites; of other records nothing, not even that they are. */
export function storyAt(story: MachineStory, sites: readonly string[]): MachineStory {
  const records = story.records.filter(({ site }) => site !== null && sites.includes(site))
  const refs = new Set(records.map(({ ref }) => ref))
  const isThere = (ref: string | null) => ref !== null && refs.has(ref)
  return {
    ...story,
    records: records.map((record) => {
      const { through, lost } = record
      const isLinkedThere = isThere(through)
      return {
        ...record,
        through: isLinkedThere ? through : null,
        otherValue: isLinkedThere ? record.otherValue : null,
        lost: lost !== null && isThere(lost.ref) ? lost : null,
      }
    }),
    decisions: story.decisions.filter(({ one, other }) => isThere(one) && isThere(other)),
    ambiguous: story.ambiguous.filter(({ candidates }) => candidates.flat().every(isThere)),
  }
}
