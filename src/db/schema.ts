// Made by `npm run schema` from the migrated database. Do not edit.

import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Instant = ColumnType<Date, Date | string, Date | string>

interface Attempt {
  plan_id: number
  first_n: number
  last_n: number
  run_id: number
  at: Generated<Instant>
}

interface Change {
  plan_id: number
  n: number
  record_id: number
  from_value: string | null
  to_value: string | null
  inventory_number: string | null
  machine: unknown
  evidence: unknown
  building: string | null
  municipality: string | null
}

interface Collection {
  id: GeneratedAlways<number>
  run_id: number
  source: string
  day: string
  try: number
  state: string
  origin: string | null
  input_hash: string | null
  input_bytes: number | null
  records: Generated<number>
  rejected: Generated<number>
  notes: Generated<unknown>
  holds: Generated<unknown>
  error: unknown
  started_at: Instant
  ended_at: Generated<Instant>
  accepted_by: string | null
  accepted_at: Instant | null
  accept_reason: string | null
}

interface Finding {
  id: GeneratedAlways<number>
  check_code: string
  subject: string
  evidence: unknown
  building: string | null
  municipality: string | null
  opened_plan: number
  opened_at: Generated<Instant>
  closed_plan: number | null
  closed_at: Instant | null
}

interface Migration {
  number: number
  name: string
  checksum: string
  applied_at: Generated<Instant>
}

interface Outcome {
  plan_id: number
  n: number
  run_id: number
  kind: string
  found_value: string | null
  found_number: string | null
  found_gone: Generated<boolean>
  reason: string | null
  confirmed_later: Generated<boolean>
  actor: string
  at: Generated<Instant>
}

interface Plan {
  id: GeneratedAlways<number>
  run_id: number
  kind: string
  undoes: number | null
  state: string
  target: string
  made_at: Generated<Instant>
  finance_collection: number | null
  locations_collection: number | null
  ocs_collection: number | null
  outcomes: Generated<unknown>
  lists: Generated<unknown>
  holds: Generated<unknown>
  access: Generated<unknown>
  changes: number
  accepted_by: string | null
  accepted_at: Instant | null
  accept_reason: string | null
  superseded_by: number | null
  finished_at: Instant | null
}

interface PlanVerification {
  run_id: number
  plan_id: number
  standings: unknown
  at: Generated<Instant>
}

interface Rejection {
  collection_id: number
  n: number
  place: string
  code: string
  raw: string
}

interface Run {
  id: GeneratedAlways<number>
  task: string
  state: string
  cause: string
  actor: string
  host: string
  pid: number
  version: string
  started_at: Generated<Instant>
  ended_at: Instant | null
  steps: Generated<unknown>
  summary: unknown
  error: unknown
}

interface RunStart {
  id: number | null
  task: string | null
  cause: string | null
  actor: string | null
  host: string | null
  version: string | null
  started_at: Instant | null
}

interface Verification {
  run_id: number
  plan_id: number
  n: number
  kind: string
  found_value: string | null
  found_record_id: number | null
}

/** Every table and view, for the query builder. */
export interface Schema {
  attempt: Attempt
  change: Change
  collection: Collection
  finding: Finding
  migration: Migration
  outcome: Outcome
  plan: Plan
  plan_verification: PlanVerification
  rejection: Rejection
  run: Run
  run_start: RunStart
  verification: Verification
}
