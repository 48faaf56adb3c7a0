import type { Connection } from '../source.ts'
import type { AccessScope } from './computer.ts'

/** OCS opened for reading. */
export interface OcsConnection extends Connection {
  /** The database that answered, as a writer to it names its own: `Writer.target`. */
  readonly target: string
  /** Who may see which TAG; empty when this OCS keeps no such table or this account may not read it. */
  scopes(): Promise<AccessScope[]>
}
