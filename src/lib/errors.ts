import type {
  NeededPostgres,
  StartReason,
  SystemUserReason,
  TriedPrograms,
  UnreachableReason,
} from './database-failure.ts'
import type { OpenIdRefusal } from './openid-refusal.ts'
import type { RegressorProblem } from './regressor-problem.ts'
import type { SecretExposure } from './secret-exposure.ts'
import type { ServeFault } from './serve-fault.ts'

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
  'secret.exposed': { file: string } & SecretExposure
  'source.not-configured': { source: string }
  /** `known`: null where who asked is not told. */
  'source.not-found': { source: string; known: string[] | null }

  'database.unreachable': { where: string; reason: UnreachableReason; said: string }
  'database.too-old': { found: string; floor: string }
  'database.newer-than-program': { migration: string }
  'database.migration-changed': { migration: string }
  'database.migrations-pending': { user: string; pending: string[] }
  'database.older-than-program': { missing: string[] }
  'database.no-binaries': { needed: NeededPostgres; tried: TriedPrograms[] }
  'database.no-system-user': { user: string; reason: SystemUserReason; said: string }
  'database.start-failed': { folder: string; reason: StartReason; said: string }
  'database.stop-failed': { folder: string; said: string }

  'backup.exists': { file: string }
  'backup.unwritable': { file: string; reason: string }
  'backup.unreadable': { file: string; reason: string }
  'backup.not-a-backup': { file: string }
  'backup.damaged': { file: string; part: string }
  'backup.newer-format': { file: string; found: number; known: number }
  'backup.unknown-migration': { migration: string; version: string }
  'backup.migration-differs': { migration: string; version: string }
  'backup.target-not-empty': { tables: { table: string; rows: number }[] }
  'backup.target-ahead': { found: string; needed: string }
  'backup.passphrase-needed': { file: string }
  'backup.passphrase-short': { least: number }
  'backup.passphrase-wrong': { file: string }
  'backup.keys-in-place': { file: string }
  'backup.keys-changed': { file: string }
  'backup.stopped': { file: string }

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
  'book.no-free-name': { book: string; pattern: string; reason: 'name-taken' | 'no-fitting-name' }

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
  'site.no-such-number': { id: number }
  'site.not-found': { site: string; nearest: string[] }

  'finding.not-found': { findings: string[] }
  'finding.unsayable': { refused: UnsayableOf[]; sayableIn: string[] }

  'plan.not-found': { plan: string }
  'plan.held': { id: number; reasons: string[] }
  'plan.not-held': { id: number; state: string }
  'plan.not-approvable': { id: number; state: string }
  'plan.none-held': { collections: string[] }
  'plan.not-enabled': { setting: string }
  'plan.superseded': { id: number; by: number }
  'plan.not-applied': { id: number; state: string }
  'plan.already-undone': { id: number; by: number }
  'plan.other-target': { id: number; planned: string; configured: string }

  'report.not-found': { name: string }

  'run.not-found': { id: number }
  'run.lock-lost': { id: number }
  'run.not-waiting': { id: number }
  'run.given-up': { id: number; tries: number }
  'run.ended': { id: number; state: string }
  'run.cancelled': { id: number }
  'run.busy': { id: number; task: string; actor: string; host: string; pid: number; since: string }

  'file.empty': { file: string }
  'file.unsupported': { file: string; looksLike: string }
  'file.undecodable': { file: string; encoding: string; place: string }
  'file.corrupt': { file: string; place: string; reason: string }
  'file.changed': { file: string }
  'file.not-found': { file: string }
  'file.too-many-metrics': { most: number; metric: string }
  'file.rows-refused': { file: string; rows: number; total: number; faults: readonly unknown[] }
  'upload.not-found': { upload: string }
  'inbox.not-configured': Record<string, never>
  'inbox.not-found': { folder: string }
  'metric.not-found': { metric: string; known: string[] | null }
  'metric.ambiguous': { metric: string; sources: string[] | null }
  'metric.no-figure': { source: string; metric: string; day: string; first: string; last: string }
  'forecast.not-made': { source: string; metric: string }
  'forecast.too-few-days': { source: string; metric: string; has: number; needs: number }
  'forecast.beyond-regressors': { source: string; metric: string; has: number; horizon: number }
  'regressor.days-missing': { regressor: string; days: string[]; count: number; horizon: number }
  'regressor.unreadable': { file: string; line: number; problem: RegressorProblem; said: string }
  'verdict.not-found': { source: string; metric: string; day: string }
  'file.too-large': { file: string; what: FileLimit; limit: number; place: string }

  'columns.missing': { sheet?: string; found: string[]; wanted: string[] }
  'columns.unclear': { sheet?: string; problem: ColumnProblem; about: string; columns: string[] }

  'picture.no-libreoffice': Record<string, never>
  'picture.failed': { reason: string }
  'alert.mail-unsent': { server: string; because: string; said: string }
  'alert.webhook-unsent': { host: string; because: string; said: string }
  'demo.busy': { folder: string; pid: number }
  'server.port-taken': { host: string; port: number }
  'server.unfit': { faults: readonly ServeFault[] }
  'server.not-ready': { checks: readonly { name: string; code: string }[] }
  'request.invalid': { faults: readonly RequestFault[] }
  'request.not-signed-in': Record<string, never>
  'request.not-allowed': { needs: string }
  'request.site-limited': { sites: readonly string[] }
  'request.unknown-route': { method: string; path: string }
  'request.unknown-host': { host: string }
  'request.too-large': { mostBytes: number }
  'request.unsupported-media': { mediaType: string }
  'request.too-many': { retryAfterSeconds: number }
  'request.too-many-lines': { of: 'caller' | 'server'; most: number; retryAfterSeconds: number }
  'request.too-many-uploads': {
    of: 'caller' | 'server'
    most: number
    retryAfterSeconds: number
  }
  'request.too-slow': { seconds: number }
  'access.sign-in-refused': Record<string, never>
  'access.locked-out': { retryAfterSeconds: number }
  'access.sign-in-over': Record<string, never>
  'access.cross-site': Record<string, never>
  'access.password-change-needed': Record<string, never>
  'access.password-wrong': Record<string, never>
  'access.password-unfit': { fault: PasswordFault }
  'access.person-needed': Record<string, never>
  'access.person-not-found': { person: string }
  'access.name-taken': { name: string }
  'access.last-administrator': { name: string }
  'access.administrator-everywhere': { name: string }
  'access.invitation-unusable': Record<string, never>
  'access.registration-closed': Record<string, never>
  'access.openid-not-configured': Record<string, never>
  'access.openid-provider-failed': { issuer: string; reason: string }
  'access.openid-refused': { reason: OpenIdRefusal }
  'access.openid-linked': { name: string; subject: string }
  'view.not-found': { name: string }
  'view.too-many': { most: number }
  'access.token-not-found': { id: number }
  'access.token-too-wide': { beyond: string[] }
  'access.second-person-needed': { plan: number; maker: string }
  'command.bad-argument': { argument: string; value: string; wanted: string; form?: WantedForm }
  'command.misused': { problem: CommandProblem; about: string; meant: string }
}

/** What is wrong with a part of a request; in words that are no sentence of either language, or in those of both. */
export interface RequestFault {
  readonly place: string
  readonly message: string | { readonly en: string; readonly es: string }
}

/** Why a password may not be chosen. */
export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'like-name' | 'same'

/** Findings of one state, in which what was to be said of them cannot be said. */
export interface UnsayableOf {
  state: string
  findings: string[]
}

/**
 * Whether `wanted` lists every value there is, examples, the last that may be, or a number from one to another;
 * examples when it is not said.
 */
export type WantedForm = 'one-of' | 'such-as' | 'up-to' | 'number-from-to' | 'whole-number-from-to'

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
