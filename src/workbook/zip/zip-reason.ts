/** Why a zip file could not be read: our code where its end is missing, else what its reader says. */
export function zipReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return /end of central directory record signature not found/iu.test(message)
    ? 'no-end-record'
    : message
}
