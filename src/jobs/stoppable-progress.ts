import type { Progress } from '../lib/progress.ts'

/** Shows steps as the given progress does, and stops between two steps or batches where `assertMayGoOn` throws. */
export function stoppableProgress(progress: Progress, assertMayGoOn: () => void): Progress {
  return {
    step: async (name, work) => {
      assertMayGoOn()
      return progress.step(name, (tick) =>
        work((done, total) => {
          assertMayGoOn()
          tick(done, total)
        }),
      )
    },
  }
}
