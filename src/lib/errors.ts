/**
 * Every failure Muster can name, with what is known of it. The code is stable and in English; the
 * sentence a person reads is made from code and details by `language/error-words.ts`.
 */
export interface ErrorDetails {
  'config.not-found': { file: string }
  'config.invalid': { file: string; faults: string[] }
  'config.exists': { file: string }
  'config.unwritable': { file: string; reason: string }
  'secret.unreadable': { file: string; reason: string }
  'source.not-configured': { source: string }

  'database.unreachable': { where: string; reason: UnreachableReason; said: string }
  'database.too-old': { found: string; floor: string }
  'database.newer-than-program': { migration: string }
  'database.migration-changed': { migration: string }
  'database.no-binaries': { needed: NeededPostgres; tried: TriedPrograms[] }
  'database.no-system-user': { user: string; reason: SystemUserReason; said: string }
  'database.start-failed': { folder: string; reason: StartReason; said: string }
  'database.stop-failed': { folder: string; said: string }

  'workbook.not-found': { file: string; inFolder: string[] }
  'workbook.unreadable': { file: string; reason: string }
  'workbook.encrypted': { file: string }
  'workbook.legacy-xls': { file: string }
  'workbook.corrupt': { file: string; part: string; reason: string }
  'workbook.not-a-workbook': { file: string; looksLike: string }
  'workbook.undecodable': { file: string; encoding: string; place: string }
  'workbook.too-large': { file: string; what: WorkbookLimit; found: number; limit: number }
  'workbook.sheet-not-found': { file: string; sheet: string; sheets: string[] }
  'workbook.no-header': { file: string; sheet: string; missing: string[]; rowsSearched: number }
  'workbook.header-unclear': { file: string; place: string; column: string; places: string[] }
  'workbook.unwritable': { file: string; reason: string }
  'workbook.changed': { file: string }

  'ocs.unreachable': { where: string; reason: string }
  'ocs.refused': { where: string; user: string; reason: string }
  'ocs.not-ocs': { where: string; missing: string[] }
  'ocs.field-not-found': { field: string; fields: string[] }
  'ocs.read-only': { where: string; user: string; reason: string }
  'ocs.lost': { where: string; reason: string }
  'ocs.busy': { where: string; reason: string }

  'api.address-refused': { source: string; url: string; reason: AddressRefusal }
  'api.unreachable': { source: string; url: string; reason: string }
  'api.timed-out': { source: string; url: string; seconds: number }
  'api.sign-in-refused': { source: string; url: string; reason: string }
  'api.forbidden': { source: string; url: string; reason: string }
  'api.read-only': { source: string; url: string; reason: string }
  'api.rate-limited': { source: string; url: string; waitedSeconds: number }
  'api.refused': { source: string; url: string; status: number; reason: string }
  'api.failing': { source: string; url: string; status: number; tries: number }
  'api.not-json': { source: string; url: string; looksLike: string; excerpt: string }
  'api.truncated': { source: string; url: string; reason: string }
  'api.too-large': { source: string; url: string; limit: number }
  'api.unexpected': { source: string; url: string; problem: string }
  'api.page-loop': { source: string; url: string; page: string }

  'keys.unreadable': { file: string; reason: string }
  'keys.unknown': { key: string; file: string }
  'keys.broken': { key: string; about: string }

  'collection.not-found': { id: number }
  'collection.not-held': { id: number; state: string }
  'collection.unacceptable': { id: number; reason: string }
  'collection.outdated': { source: string; day: string }

  'cases.none': { folder: string }
  'cases.unreadable': { file: string; reason: string }
  'cases.invalid': { faults: string[] }

  'day.not-kept': { day: string; nearest: string[] }
  'day.in-future': { day: string; today: string }
  'day.not-ahead': { day: string; today: string }
  'machine.not-found': { machine: string; day: string }
  'organisation.not-found': { organisation: string }
  'site.not-found': { site: string; nearest: string[] }

  'finding.not-found': { findings: string[] }
  'finding.unsayable': { refused: UnsayableOf[]; sayableIn: string[] }

  'plan.not-found': { plan: string }
  'plan.held': { id: number; reasons: string[] }
  'plan.not-held': { id: number; state: string }
  'plan.none-held': { collections: string[] }
  'plan.not-enabled': { setting: string }
  'plan.superseded': { id: number; by: number }
  'plan.not-applied': { id: number; state: string }
  'plan.already-undone': { id: number; by: number }
  'plan.other-target': { id: number; planned: string; configured: string }

  'run.not-found': { id: number }
  'run.lock-lost': { id: number }
  'run.busy': { id: number; task: string; actor: string; host: string; pid: number; since: string }

  'file.empty': { file: string }
  'file.unsupported': { file: string; looksLike: string }
  'file.undecodable': { file: string; encoding: string; place: string }
  'file.corrupt': { file: string; place: string; reason: string }
  'file.changed': { file: string }
  'file.not-found': { file: string }
  'upload.not-found': { upload: string }
  'metric.not-found': { metric: string; known: string[] }
  'file.too-large': { file: string; what: FileLimit; limit: number; place: string }

  'columns.missing': { sheet?: string; found: string[]; wanted: string[] }
  'columns.unclear': { sheet?: string; problem: ColumnProblem; about: string; columns: string[] }

  'picture.no-libreoffice': Record<string, never>
  'picture.failed': { reason: string }
  'demo.busy': { folder: string; pid: number }
  'command.bad-argument': { argument: string; value: string; wanted: string; form?: WantedForm }
  'command.misused': { problem: CommandProblem; about: string; meant: string }
}

/** Findings of one state, in which what was to be said of them cannot be said. */
export interface UnsayableOf {
  state: string
  findings: string[]
}

/** Whether `wanted` lists every value there is, examples, or the last that may be; examples when it is not said. */
export type WantedForm = 'one-of' | 'such-as' | 'up-to'

export type CommandProblem =
  | 'no-command'
  | 'unknown-command'
  | 'unknown-option'
  | 'missing-argument'
  | 'missing-option'
  | 'missing-value'
  | 'misplaced-option'
  | 'too-many-arguments'

/** Why the headings of a file of events cannot be told apart. */
export type ColumnProblem = 'role-twice' | 'heading-twice' | 'heading-unreadable'

export type AddressRefusal = 'not-https' | 'private-address' | 'redirected-elsewhere' | 'not-a-url'

export type WorkbookLimit =
  | 'file-bytes'
  | 'part-bytes'
  | 'compression-ratio'
  | 'cells'
  | 'row-characters'
  | 'cell-characters'
  | 'shared-string-characters'
  | 'parts'
  | 'merged-ranges'

/** What a file of events may have too much of, whatever its format. */
export type FileLimit = WorkbookLimit | 'unpacked-bytes' | 'columns'

/** Why a database server does not serve us; `refused` and `other-failure` are told by what it said. */
export type UnreachableReason =
  | 'no-server-url'
  | 'nothing-answers'
  | 'unknown-host'
  | 'host-lookup-failed'
  | 'no-way-to-host'
  | 'connection-closed'
  | 'no-answer-in-time'
  | 'empty-answer'
  | 'refused'
  | 'other-failure'

/** `from` a major version on, or `only` the one that made the database. */
export interface NeededPostgres {
  kind: 'from' | 'only'
  major: number
}

/** A folder or package where PostgreSQL was looked for, and why what is there was not used. */
export interface TriedPrograms {
  place: string
  reason: ProgramsReason
  /** In the words of PostgreSQL or of the system; empty when they said nothing. */
  said: string
}

export type ProgramsReason =
  | 'no-package'
  | 'no-program'
  | 'does-not-run'
  | 'does-not-answer'
  | 'unknown-version'
  | 'other-version'

export type SystemUserReason = 'no-tool' | 'refused' | 'made-but-unknown'

export type StartReason =
  | 'only-root'
  | 'cluster-missing'
  | 'not-put-in-place'
  | 'not-made'
  | 'not-launched'
  | 'ended-at-once'
  | 'does-not-answer'
  | 'not-reached-in-time'
  | 'started-elsewhere'
  | 'system-error'

export type ErrorCode = keyof ErrorDetails

/** A failure we can name: a stable dotted code and what is known of it. Knows nothing of HTTP. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly details: ErrorDetails[Code]

  constructor(code: Code, details: ErrorDetails[Code], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** True when `error` is the named failure `code`. */
export function isAppError<Code extends ErrorCode>(
  error: unknown,
  code: Code,
): error is AppError<Code> {
  return error instanceof AppError && error.code === code
}
