import type { QualityRules } from '../analytics/quality/measures.ts'
import type { Database } from '../db/database.ts'
import type { IngestMode } from '../events/ingest/queries.ts'
import type { FleetPolicy } from '../inventory/classify/fleet-policy.ts'
import type { FieldPolicy } from '../inventory/field/field-policy.ts'
import type { MatchOptions } from '../inventory/match/match-record.ts'
import type { Retention } from '../inventory/retention/kept-days.ts'
import type { Language } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import type { Progress } from '../lib/progress.ts'
import type { FleetRoles } from '../reconcile/checks/fleet-roles.ts'
import type { WantedChecks } from '../reconcile/checks/wanted-checks.ts'
import type { TagPolicy } from '../reconcile/tag-policy.ts'
import type { DeviceFileSettings } from '../sources/device-file/schema.ts'
import type { FinanceRegisterSettings } from '../sources/finance-register/schema.ts'
import type { LocationsSettings } from '../sources/locations/schema.ts'
import type { NinjaoneSettings } from '../sources/ninjaone/schema.ts'
import type { OcsSettings } from '../sources/ocs/schema.ts'
import type { ThreatlockerSettings } from '../sources/threatlocker/schema.ts'
import type { AlertSettings } from '../watch/alert-settings.ts'
import type { NewRun } from './queries.ts'
import type { Timetable } from './queue/timetable.ts'

/** What every task of the main job works with; all of it handed in. */
export interface JobContext {
  readonly database: Database
  readonly progress: Progress
  readonly now: () => Date
  /** Aborted when the work is to stop at the next safe point; absent where nobody can stop it. */
  readonly signal?: AbortSignal
  readonly who: Omit<NewRun, 'task'>
  /** The run that was asked for and that this is to be; absent where a run begins at once. */
  readonly asked?: number
  /** Spoken in the workbooks a task writes. */
  readonly language: Language
  readonly settings: JobSettings
}

export interface JobSettings {
  readonly timeZone: string
  /** Null where the configuration has none: then there is no main job. */
  readonly ocs: OcsSettings | null
  readonly finance: FinanceRegisterSettings
  readonly locations: LocationsSettings
  readonly policy: TagPolicy
  readonly guards: { readonly shrink: number; readonly share: number }
  readonly reports: ReportSettings
  readonly fleet: FleetSettings
  readonly checks: CheckSettings
  readonly corrections: CorrectionSettings
  readonly quality: QualitySettings
  readonly analytics: AnalyticsSettings
  readonly events: EventSettings
  readonly alerts: AlertSettings
  /** What comes by itself, and when. */
  readonly timetable: Timetable
  /** A server that stands still for so long loses what it is at to another. */
  readonly leaseSeconds: number
  /** For how many days runs are kept. */
  readonly retention: { readonly runDays: number }
  /** Whether a night writes a plan that no guard holds. */
  readonly nightly: { readonly apply: boolean }
  /** Whether a plan must be approved by another person than the one who made it before it is written. */
  readonly isSecondPersonNeeded: boolean
}

/** The OCS of the main job. Throws `source.not-configured`. */
export function ocsOf({ ocs }: Pick<JobSettings, 'ocs'>): OcsSettings {
  if (ocs === null) throw new AppError('source.not-configured', { source: 'ocs' })
  return ocs
}

/** The ThreatLocker account. Throws `source.not-configured`. */
export function threatlockerOf({ fleet }: Pick<JobSettings, 'fleet'>): ThreatlockerSettings {
  if (fleet.threatlocker === null) {
    throw new AppError('source.not-configured', { source: 'threatlocker' })
  }
  return fleet.threatlocker
}

/** Where reports go, and by what they are split for the offices. */
export interface ReportSettings {
  readonly folder: string
  readonly splitBy: 'municipality' | 'building' | null
}

/** The fleet: where machines are listed, what is made of them, and how long days are kept. */
export interface FleetSettings {
  readonly ninjaone: NinjaoneSettings | null
  readonly threatlocker: ThreatlockerSettings | null
  /** By the name of the feed. */
  readonly deviceFiles: Readonly<Record<string, DeviceFileSettings>>
  readonly policy: FleetPolicy
  /** Sources whose organisations become sites by themselves. */
  readonly sitesFrom: readonly string[]
  readonly fields: FieldPolicy
  readonly matching: MatchOptions
  readonly retention: Retention
  /** File of the keys that seal what vendors sent. */
  readonly keyRing: string
}

/** How the sources that list machines are compared with each other. */
export interface CheckSettings extends WantedChecks {
  /** As they are named, configured or not; see `sourcesInPlay`. */
  readonly sources: FleetRoles
}

/** How files of events come in by themselves. */
export interface EventSettings {
  /** The folder they are laid in; null for none. */
  readonly inbox: string | null
  readonly mode: IngestMode
}

/** What is made of daily figures. */
export interface AnalyticsSettings {
  /** What a study of everything does with the figures of each site by itself. */
  readonly studySites: 'none' | 'anomalies' | 'forecasts'
}

/** How the quality of the inventory is measured. */
export type QualitySettings = Pick<QualityRules, 'weights' | 'placeholders'>

/** What is corrected in other systems beside the TAGs. */
export interface CorrectionSettings {
  readonly threatlockerNames: {
    readonly enabled: boolean
    /** Whether a night writes a plan of names that no guard holds. */
    readonly apply: boolean
    /** Largest share of the computers a plan may rename unasked, 0 to 1. */
    readonly share: number
  }
}
