/** How a long step tells what it has done; drawn on a terminal, silent in a pipe. */
export interface Progress {
  /** Runs one named step and shows it until it ends. The name is a key of the terminal's words. */
  step<T>(name: StepName, work: (tick: Tick) => Promise<T>): Promise<T>
}

/** Says that `done` units of about `total` (null: unknown) are finished. */
export type Tick = (done: number, total: number | null) => void

/** `collect` is followed by the key of the source. */
export type StepName =
  | `collect ${string}`
  | 'open-database'
  | 'read-finance-register'
  | 'read-locations'
  | 'read-ocs'
  | 'match'
  | 'save-plan'
  | 'apply'
  | 'verify'
  | 'undo'
  | 'apply-names'
  | 'undo-names'
  | 'compare-names'
  | 'measure-quality'
  | 'study-series'
  | 'count-figures'
  | 'write-report'
  | 'mark-workbook'
  | 'match-machines'
  | 'count-machines'
  | 'check-machines'
  | 'look-at-file'
  | 'read-events'
  | 'keep-events'
  | 'read-day'
  | 'rehearse'
  | 'prune'
  | 'remove-old-runs'
  | 'seal-anew'
  | 'drop-keys'
  | 'write-backup'
  | 'check-backup'
  | 'load-backup'
  | 'play-past'
  | 'look-around'
  | 'send-alerts'

/** Progress that shows nothing: for pipes and tests. */
export const SILENT: Progress = { step: (_name, work) => work(() => {}) }
