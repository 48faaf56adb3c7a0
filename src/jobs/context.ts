import type { Database } from '../db/database.ts'
import type { Language } from '../language/language.ts'
import type { Progress } from '../lib/progress.ts'
import type { TagPolicy } from '../reconcile/tag-policy.ts'
import type { FinanceRegisterSettings } from '../sources/finance-register/schema.ts'
import type { LocationsSettings } from '../sources/locations/schema.ts'
import type { OcsSettings } from '../sources/ocs/schema.ts'
import type { NewRun } from './queries.ts'

/** What every task of the main job works with; all of it handed in. */
export interface JobContext {
  readonly database: Database
  readonly progress: Progress
  readonly now: () => Date
  readonly who: Omit<NewRun, 'task'>
  /** Spoken in the workbooks a task writes. */
  readonly language: Language
  readonly settings: JobSettings
}

export interface JobSettings {
  readonly timeZone: string
  readonly ocs: OcsSettings
  readonly finance: FinanceRegisterSettings
  readonly locations: LocationsSettings
  readonly policy: TagPolicy
  readonly guards: { readonly shrink: number; readonly share: number }
  readonly reports: ReportSettings
  /** Whether a night writes a plan that no guard holds. */
  readonly nightly: { readonly apply: boolean }
}

/** Where reports go, and by what they are split for the offices. */
export interface ReportSettings {
  readonly folder: string
  readonly splitBy: 'municipality' | 'building' | null
}
