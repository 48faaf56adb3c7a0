/** What a program that failed, or the system in its place, said of it; nothing in our own words. */
export function saidBy(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { stderr, code, signal } = error as ProgramError
  if (stderr?.trim()) return stderr.trim()
  if (typeof code === 'string') return error.message
  return `${code ?? signal ?? error.message}`
}

/** As `execFile` fails: with the exit code or signal of the program, or the code of the system. */
interface ProgramError extends Error {
  readonly stderr?: string
  readonly code?: string | number | null
  readonly signal?: string | null
}
