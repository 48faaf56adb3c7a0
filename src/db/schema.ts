// Made by `npm run schema` from the migrated database. Do not edit.

import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Instant = ColumnType<Date, Date | string, Date | string>

interface AlertDelivery {
  id: GeneratedAlways<number>
  channel: string
  run_id: number | null
  begun_at: Instant
  ended_at: Instant | null
  state: string
  news: number
  error: unknown
}

interface AmbiguousMatch {
  n: number
  rule: string
  why: string
  candidates: unknown
}

interface AnalysisDay {
  day: string
  run_id: number
  at: Generated<Instant>
  analysis: unknown
}

interface Anomaly {
  id: GeneratedAlways<number>
  source: string
  metric: string
  aggregate: string
  day: string
  method: string
  value: number
  expected: number
  score: number | null
  direction: string
  why: unknown
  run_id: number
  found_at: Instant
}

interface AnomalyVerdict {
  id: GeneratedAlways<number>
  run_id: number
  source: string
  metric: string
  day: string
  verdict: string
  reason: string | null
  said_by: string
  said_at: Instant
  withdrawn_by: string | null
  withdrawn_at: Instant | null
}

interface ApiToken {
  id: GeneratedAlways<number>
  token_hash: Buffer
  person_id: number
  name: string
  permissions: string[]
  sites: string[] | null
  created_at: Instant
  expires_at: Instant
  last_used_at: Instant | null
  revoked_at: Instant | null
}

interface Attempt {
  plan_id: number
  first_n: number
  last_n: number
  run_id: number
  at: Generated<Instant>
}

interface AuditEntry {
  n: number
  at: Instant
  actor: string
  action: string
  about: string
  details: unknown
  previous_hash: Buffer
  hash: Buffer
}

interface AuditHead {
  is_only: Generated<boolean>
  n: number
  hash: Buffer
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

interface Concern {
  id: GeneratedAlways<number>
  key: string
  kind: string
  details: unknown
  since: Instant
  past_at: Instant | null
  over_at: Instant | null
  over_because: string | null
}

interface ConcernNews {
  concern_id: number
  channel: string
  news: string
  told_at: Instant | null
  delivery_id: number | null
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
  site_id: number | null
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
  site_id: number | null
}

interface ForecastModel {
  id: GeneratedAlways<number>
  source: string
  metric: string
  aggregate: string
  first_day: string
  last_day: string
  known: number
  has_negative: boolean
  figures_hash: Buffer
  period: number
  is_skilled: boolean
  lack: unknown
  model: string
  parameters: unknown
  error_scale: number
  candidates: unknown
  reliability: unknown
  score: number | null
  badge: string | null
  mean: number[]
  error: number[]
  chosen_at: Instant
  fitted_at: Instant
  run_id: number
  regressors: unknown
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

interface Invitation {
  id: GeneratedAlways<number>
  token_hash: Buffer
  name: string
  role: string
  sites: string[] | null
  invited_by: string
  created_at: Instant
  expires_at: Instant
  closed_at: Instant | null
}

interface JobDue {
  name: string
  due_at: Instant
  run_id: number | null
  cron: string | null
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
  site_id: number | null
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

interface OpenidLink {
  issuer: string
  subject: string
  person_id: number
  linked_because: string
  linked_at: Instant
  last_used_at: Instant | null
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

interface OwnSeries {
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
  site_id: number | null
}

interface Payload {
  hash: Buffer
  key_id: string
  sealed: Buffer
}

interface Person {
  id: GeneratedAlways<number>
  name: string
  role: string
  sites: string[] | null
  password_hash: string
  one_time_until: Instant | null
  is_disabled: Generated<boolean>
  created_at: Instant
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

interface PlanApproval {
  plan_id: number
  person: string
  actor: string
  at: Instant
  reason: string | null
}

interface PlanResult {
  id: number | null
  kind: string | null
  state: string | null
  target: string | null
  changes: number | null
  tried: number | null
  applied: number | null
  last_at: Instant | null
}

interface PlanVerification {
  run_id: number
  plan_id: number
  standings: unknown
  at: Generated<Instant>
}

interface QualityDay {
  day: string
  scope: string
  place: string | null
  devices: number
  tagged: number
  score: string | null
  completeness_of: number
  completeness_passed: number
  consistency_of: number
  consistency_passed: number
  uniqueness_of: number
  uniqueness_passed: number
  validity_of: number
  validity_passed: number
}

interface QualityFailure {
  day: string
  n: number
  measure: string
  field: string | null
  why: string
  value: string | null
  record_key: string
  hostname: string | null
  inventory_number: string | null
  tag: string | null
  serial: string | null
  last_user: string | null
  building: string | null
  municipality: string | null
}

interface QualitySeries {
  day: string | null
  metric: string | null
  site: string | null
  is_total: boolean | null
  figure: string | null
  site_id: number | null
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

interface RefreshToken {
  token_hash: Buffer
  sign_in_id: number
  expires_at: Instant
  used_at: Instant | null
}

interface Rejection {
  collection_id: number
  n: number
  place: string
  code: string
  raw: string
}

interface ReliabilityFold {
  model_id: number
  n: number
  origin: string
  steps: number
  mae: number | null
  rmse: number | null
  mape: number | null
  smape: number | null
  mase: number | null
  coverage: number | null
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
  job: unknown
  job_id: string | null
  asked_at: Generated<Instant>
  tries: Generated<number>
  progress: unknown
  beat_at: Instant | null
  cancel_asked_at: Instant | null
  cancel_asked_by: string | null
}

interface RunLog {
  run_id: number
  n: GeneratedAlways<number>
  at: Generated<Instant>
  kind: string
  details: Generated<unknown>
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

interface RunTally {
  task: string
  state: string
  runs: number
  seconds: number
}

interface SavedView {
  person_id: number
  name: string
  path: string
  search: string
  changed_at: Instant
}

interface SignIn {
  id: GeneratedAlways<number>
  person_id: number
  started_at: Instant
  ends_at: Instant
  ended_at: Instant | null
  ended_because: string | null
}

interface SignInTry {
  subject: Buffer
  tries: number
  last_at: Instant
  locked_until: Instant | null
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
  alert_delivery: AlertDelivery
  ambiguous_match: AmbiguousMatch
  analysis_day: AnalysisDay
  anomaly: Anomaly
  anomaly_verdict: AnomalyVerdict
  api_token: ApiToken
  attempt: Attempt
  audit_entry: AuditEntry
  audit_head: AuditHead
  change: Change
  check_look: CheckLook
  collection: Collection
  concern: Concern
  concern_news: ConcernNews
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
  forecast_model: ForecastModel
  held_row: HeldRow
  invitation: Invitation
  job_due: JobDue
  known_day: KnownDay
  link_decision: LinkDecision
  machine_day: MachineDay
  machine_series: MachineSeries
  matched_day: MatchedDay
  metric: Metric
  metric_day: MetricDay
  migration: Migration
  month_end: MonthEnd
  openid_link: OpenidLink
  organisation: Organisation
  outcome: Outcome
  own_series: OwnSeries
  payload: Payload
  person: Person
  plan: Plan
  plan_approval: PlanApproval
  plan_result: PlanResult
  plan_verification: PlanVerification
  quality_day: QualityDay
  quality_failure: QualityFailure
  quality_series: QualitySeries
  record: Record
  record_pulse: RecordPulse
  record_version: RecordVersion
  refresh_token: RefreshToken
  rejection: Rejection
  reliability_fold: ReliabilityFold
  run: Run
  run_log: RunLog
  run_start: RunStart
  run_tally: RunTally
  saved_view: SavedView
  sign_in: SignIn
  sign_in_try: SignInTry
  site: Site
  site_alias: SiteAlias
  source_token: SourceToken
  upload: Upload
  upload_chunk: UploadChunk
  verification: Verification
}
