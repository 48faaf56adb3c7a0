// Made by `npm run schema` from the migrated database. Do not edit.

import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Instant = ColumnType<Date, Date | string, Date | string>

interface AmbiguousMatch {
  n: number
  rule: string
  why: string
  candidates: unknown
}

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
  record_key: string
  from_value: string | null
  to_value: string | null
  inventory_number: string | null
  machine: unknown
  evidence: unknown
  building: string | null
  municipality: string | null
  organisation: string | null
}

interface CheckLook {
  id: GeneratedAlways<number>
  run_id: number
  check_code: string
  scope: string
  day: string
  compared: unknown
  skipped: unknown
  at: Generated<Instant>
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
  missing: Generated<unknown>
  history: unknown
  is_machine: boolean | null
  pruned_at: Instant | null
}

interface DailySeries {
  source: string | null
  metric: string | null
  site: string | null
  is_total: boolean | null
  day: string | null
  sum: string | null
  average: string | null
  count: number | null
  min: string | null
  max: string | null
  subjects: number | null
}

interface DayCount {
  day: string
  source: string
  site_id: number | null
  class: string
  is_spare: boolean
  is_billable: boolean
  records: number
}

interface DayDistinct {
  day: string
  site_id: number | null
  is_total: boolean
  devices: number
}

interface Device {
  id: GeneratedAlways<number>
  created_on: string
  merged_into: number | null
  founder: number | null
}

interface DeviceLink {
  record_id: number
  valid_from: string
  valid_to: Generated<string>
  content_hash: Buffer
  device_id: number
  rule: string | null
  evidence: Generated<unknown>
  rejected: unknown
}

interface Event {
  key: Buffer
  metric_id: number
  day: string
  at: Instant
  value: string
  subject: string | null
  dimensions: unknown
  upload_id: number
}

interface EventConflict {
  id: GeneratedAlways<number>
  key: Buffer
  upload_id: number
  line: number
  stood: string
  came: string
  is_replaced: boolean
}

interface EventRejection {
  upload_id: number
  n: number
  line: number
  faults: unknown
}

interface EventSource {
  id: GeneratedAlways<number>
  name: string
  profile: Generated<unknown>
  saved_by: string | null
  saved_at: Instant | null
  created_at: Generated<Instant>
}

interface Finding {
  id: Generated<number>
  check_code: string
  scope: string
  subject: string
  state: string
  severity: string
  name: string | null
  evidence: unknown
  site_id: number | null
  building: string | null
  municipality: string | null
  first_seen: string
  standing_since: string
  last_seen: string | null
  owner: string | null
  note: string | null
  accepted_until: string | null
  accept_reason: string | null
  is_dormant: Generated<boolean>
  fixed_at: Instant | null
}

interface FindingDay {
  day: string
  check_code: string
  scope: string
  site_id: number | null
  municipality: string | null
  standing: number
  accepted: number
  opened: number
  verified: number
  age_days: number
  oldest_days: number
  fix_days: number
}

interface FindingEvent {
  id: GeneratedAlways<number>
  finding_id: number
  kind: string
  day: string
  at: Generated<Instant>
  run_id: number
  plan_id: number | null
  actor: string | null
  words: string | null
  until: string | null
  stood_days: number | null
}

interface FindingSeries {
  day: string | null
  metric: string | null
  site: string | null
  is_total: boolean | null
  figure: number | null
}

interface HeldRow {
  collection_id: number
  n: number
  native_key: string
  content_hash: Buffer
  attributes: unknown
  payload_hash: Buffer | null
  last_contact: Instant | null
  is_online: boolean | null
  addresses: Generated<string[]>
  free_bytes: number | null
  last_user: string | null
  place: string | null
}

interface KnownDay {
  source: string | null
  day: string | null
}

interface LinkDecision {
  id: GeneratedAlways<number>
  one_record: number
  other_record: number
  kind: string
  reason: string | null
  decided_by: string
  decided_at: Generated<Instant>
  revoked_by: string | null
  revoked_at: Instant | null
}

interface MachineDay {
  source: string | null
  day: string | null
}

interface MachineSeries {
  day: string | null
  metric: string | null
  site: string | null
  is_total: boolean | null
  figure: string | null
}

interface MatchedDay {
  day: string
  is_counted: Generated<boolean>
  counted_at: Instant | null
}

interface Metric {
  id: GeneratedAlways<number>
  source_id: number
  name: string
}

interface MetricDay {
  metric_id: number
  day: string
  sum: string
  count: number
  min: string
  max: string
  subjects: number
}

interface Migration {
  number: number
  name: string
  checksum: string
  applied_at: Generated<Instant>
}

interface MonthEnd {
  source: string
  month: string
  day: string
  collection_id: number
}

interface Organisation {
  source: string
  key: string
  name: string | null
  first_day: string
  last_day: string
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

interface Payload {
  hash: Buffer
  key_id: string
  sealed: Buffer
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
  corrects: string
}

interface PlanVerification {
  run_id: number
  plan_id: number
  standings: unknown
  at: Generated<Instant>
}

interface Record {
  id: GeneratedAlways<number>
  source: string
  native_key: string
  is_machine: boolean
}

interface RecordPulse {
  record_id: number
  day: string
  last_contact: Instant | null
  is_online: boolean | null
  addresses: Generated<string[]>
  free_bytes: number | null
  last_user: string | null
  place: string | null
}

interface RecordVersion {
  record_id: number
  valid_from: string
  valid_to: Generated<string>
  content_hash: Buffer
  payload_hash: Buffer | null
  organisation_key: string | null
  organisation_name: string | null
  location_key: string | null
  location_name: string | null
  display_name: string | null
  hostname: string | null
  serial: string | null
  inventory_number: string | null
  uuid: string | null
  macs: Generated<string[]>
  node_class: string | null
  role: string | null
  operating_system: string | null
  manufacturer: string | null
  model: string | null
  tags: Generated<string[]>
  extra: Generated<unknown>
  class: string | null
  class_rule: string | null
  is_spare: boolean | null
  spare_rule: string | null
  is_billable: boolean | null
  billable_rule: string | null
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

interface Site {
  id: GeneratedAlways<number>
  name: string
  created_on: string
  is_internal: Generated<boolean>
}

interface SiteAlias {
  source: string
  organisation_key: string
  valid_from: string
  valid_to: Generated<string>
  site_id: number | null
  rule: string
  evidence: Generated<unknown>
  decided_by: string | null
  reason: string | null
  decided_at: Generated<Instant>
}

interface SourceToken {
  source: string
  key_id: string
  sealed: Buffer
  saved_at: Generated<Instant>
}

interface Upload {
  id: GeneratedAlways<number>
  run_id: number
  source_id: number
  file_name: string
  file_hash: Buffer
  reading_hash: Buffer
  bytes: number
  nature: unknown
  profile: unknown
  mode: string
  on_conflict: string
  rows: number
  inserted: number
  duplicates: number
  conflicts: number
  rejected: number
  first_at: Instant | null
  last_at: Instant | null
  metrics: string[]
  warnings: Generated<unknown>
  actor: string
  at: Generated<Instant>
}

interface UploadChunk {
  upload_id: number
  n: number
  key_id: string
  sealed: Buffer
}

interface Verification {
  run_id: number
  plan_id: number
  n: number
  kind: string
  found_value: string | null
  found_record_key: string | null
}

/** Every table and view, for the query builder. */
export interface Schema {
  ambiguous_match: AmbiguousMatch
  attempt: Attempt
  change: Change
  check_look: CheckLook
  collection: Collection
  daily_series: DailySeries
  day_count: DayCount
  day_distinct: DayDistinct
  device: Device
  device_link: DeviceLink
  event: Event
  event_conflict: EventConflict
  event_rejection: EventRejection
  event_source: EventSource
  finding: Finding
  finding_day: FindingDay
  finding_event: FindingEvent
  finding_series: FindingSeries
  held_row: HeldRow
  known_day: KnownDay
  link_decision: LinkDecision
  machine_day: MachineDay
  machine_series: MachineSeries
  matched_day: MatchedDay
  metric: Metric
  metric_day: MetricDay
  migration: Migration
  month_end: MonthEnd
  organisation: Organisation
  outcome: Outcome
  payload: Payload
  plan: Plan
  plan_verification: PlanVerification
  record: Record
  record_pulse: RecordPulse
  record_version: RecordVersion
  rejection: Rejection
  run: Run
  run_start: RunStart
  site: Site
  site_alias: SiteAlias
  source_token: SourceToken
  upload: Upload
  upload_chunk: UploadChunk
  verification: Verification
}
