/** True when `error` carries one of `codes`: of the operating system (ENOENT) or of PostgreSQL (57P03). */
export function isSystemError(error: unknown, ...codes: string[]): boolean {
  const code = errorCode(error)
  return code !== null && codes.includes(code)
}

/** The code an error of the operating system or of PostgreSQL carries, if any. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
