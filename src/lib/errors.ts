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

  'database.unreachable': { where: string; reason: string }
  'database.too-old': { found: string; floor: string }
  'database.newer-than-program': { migration: string }
  'database.migration-changed': { migration: string }
  'database.no-binaries': { tried: string[] }
  'database.no-system-user': { user: string; reason: string }
  'database.start-failed': { folder: string; reason: string }

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

  'collection.not-found': { id: number }
  'collection.not-held': { id: number; state: string }
  'collection.unacceptable': { id: number; reason: string }

  'plan.not-found': { plan: string }
  'plan.held': { id: number; reasons: string[] }
  'plan.not-held': { id: number; state: string }
  'plan.superseded': { id: number; by: number }
  'plan.not-applied': { id: number; state: string }
  'plan.already-undone': { id: number; by: number }
  'plan.other-target': { id: number; planned: string; configured: string }

  'run.not-found': { id: number }
  'run.lock-lost': { id: number }
  'run.busy': { id: number; task: string; actor: string; host: string; pid: number; since: string }

  'picture.no-libreoffice': Record<string, never>
  'picture.failed': { reason: string }
  'demo.busy': { folder: string; pid: number }
  'command.bad-argument': { argument: string; value: string; wanted: string }
}

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
