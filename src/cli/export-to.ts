import { resolve } from 'node:path'
import type { App } from '../app.ts'
import { exportFleet } from '../reports/fleet-export.task.ts'
import type { FleetTable } from '../reports/fleet-table.ts'
import type { CommandOption } from './command.ts'

/** The option of the commands that write what they say to a file. */
export const OUT_OPTION: CommandOption = {
  flags: '--out <file>',
  means: {
    en: 'write it to a file ending in .csv, .xlsx or .json',
    es: 'escribirlo en un archivo con final .csv, .xlsx o .json',
  },
}

/** What an answer holds, for files. */
export interface Exported {
  readonly document: object
  readonly tables: () => readonly FleetTable[]
}

/** Writes an answer to the file a person named; gives the files written. */
export function exportTo(
  { language, settings }: Pick<App, 'language' | 'settings'>,
  named: string,
  { document, tables }: Exported,
): Promise<string[]> {
  const { timeZone } = settings
  return exportFleet({ language, timeZone }, { file: resolve(named), document, tables: tables() })
}
