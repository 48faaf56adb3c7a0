import { wildcard } from '../../../lib/wildcard.ts'
import { fittingTableFile } from '../../table-file.ts'

const JSON_ENDING = /^[^.].*\.(?:json|ndjson|jsonl)$/iu

/**
 * Tells which files of a folder may hold the devices that a setting names: files of tables and of
 * JSON, and others only where the setting names their ending.
 *
 * @example fittingFile('scan*')('scan.json.part') // => false
 */
export function fittingFile(pattern: string): (name: string) => boolean {
  const isTable = fittingTableFile(pattern)
  const fits = wildcard(pattern)
  return (name) => isTable(name) || (fits(name) && JSON_ENDING.test(name))
}
