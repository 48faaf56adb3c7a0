import { createHash } from 'node:crypto'
import { z } from 'zod'

/** How a backup is laid out; a Muster reads this number and lower ones. */
export const FORMAT_VERSION = 1

const BackedTable = z.object({
  name: z.string().min(1),
  /** In the order of its rows' values; what the database works out itself is left out. */
  columns: z.array(z.string()),
  rows: z.int().nonnegative(),
  /** Of its rows in the text format of COPY. */
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[\da-f]{64}$/u),
})
export type BackedTable = z.output<typeof BackedTable>

const Manifest = z.object({
  format: z.literal('muster-backup'),
  formatVersion: z.literal(FORMAT_VERSION),
  id: z.string().min(1),
  madeAt: z.iso.datetime(),
  /** The Muster that made it. */
  version: z.string(),
  postgres: z.string(),
  /** In which its days are days. */
  timeZone: z.string(),
  migrations: z
    .array(z.object({ number: z.int().positive(), name: z.string(), checksum: z.string() }))
    .min(1),
  tables: z.array(BackedTable),
  /** The number each sequence gives next, as text: it may be beyond exact numbers. */
  sequences: z.array(z.object({ name: z.string(), next: z.string().regex(/^-?\d{1,19}$/u) })),
  /** Whether the key files lie in it, sealed with a passphrase. */
  hasKeys: z.boolean(),
})

/** What a backup says of itself: its last part, written once everything before it is. */
export type Manifest = z.output<typeof Manifest>

/** What the text of a manifest turned out to be. */
export type ReadManifest =
  | { readonly kind: 'read'; readonly manifest: Manifest }
  | { readonly kind: 'newer'; readonly found: number }
  | { readonly kind: 'damaged' }

const AnyFormat = z.object({ format: z.literal('muster-backup'), formatVersion: z.number() })

/** Reads a manifest; one of a newer format is told by its number, whatever else it says. */
export function readManifest(text: string): ReadManifest {
  const content = jsonOf(text)
  const any = AnyFormat.safeParse(content)
  if (any.success && any.data.formatVersion > FORMAT_VERSION) {
    return { kind: 'newer', found: any.data.formatVersion }
  }
  const { data: manifest } = Manifest.safeParse(content)
  return manifest ? { kind: 'read', manifest } : { kind: 'damaged' }
}

/** The part of a backup that holds a table's rows. */
export function partOf({ name }: Pick<BackedTable, 'name'>): string {
  return `tables/${encodeURIComponent(name)}.copy`
}

/** SHA-256 in hexadecimal. */
export function sha256Of(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** All rows and bytes of a backup's tables. */
export function sizeOf({ tables }: Pick<Manifest, 'tables'>): { rows: number; bytes: number } {
  return {
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
