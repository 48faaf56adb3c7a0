import type { EventInput } from './received-input.task.ts'

/** A file that lies in the inbox, in the folder of its source. */
export interface InboxFile {
  readonly source: string
  readonly name: string
  readonly path: string
  /** When it was written last, and how long it is: what tells whether somebody still writes to it. */
  readonly modifiedMs: number
  readonly bytes: number
}

/** Folders of the inbox that hold what was dealt with. */
export const TAKEN_FOLDER = 'taken'
export const REFUSED_FOLDER = 'refused'

/** Names under which programs write what is not yet whole, or keep for themselves. */
const UNFINISHED = /^\.|^~\$|\.(?:part|partial|tmp|temp|crdownload|filepart|swp)$/iu

/** Whether a name is one of a file that is whole. */
export function isFinishedName(name: string): boolean {
  return !UNFINISHED.test(name)
}

/** Those of the second look that are as they were at the first, the oldest first. */
export function settledFiles(
  before: readonly InboxFile[],
  after: readonly InboxFile[],
): InboxFile[] {
  const byPath = new Map(before.map((file) => [file.path, file]))
  return after
    .filter((file) => {
      const then = byPath.get(file.path)
      return then?.bytes === file.bytes && then.modifiedMs === file.modifiedMs
    })
    .toSorted((one, other) => one.modifiedMs - other.modifiedMs || (one.path < other.path ? -1 : 1))
}

/** A file of the inbox as it is taken in. */
export function inputOf({ path }: InboxFile): EventInput {
  return { kind: 'path', path }
}
