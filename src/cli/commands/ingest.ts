import { ingestFiles } from '../../jobs/events/ingest.task.ts'
import { type Phrase, say } from '../../language/language.ts'
import { counted } from '../../language/list-words.ts'
import { ROWS } from '../../language/noun-words.ts'
import { AppError } from '../../lib/errors.ts'
import { askedProfile, PROFILE_OPTIONS } from '../asked-profile.ts'
import { appCommand, type Call } from '../command.ts'
import { ingestLines } from '../lines/ingest-lines.ts'
import { writeRejected } from '../write-rejected.ts'

export const ingest = appCommand({
  name: 'ingest',
  does: {
    en: 'take files of events in, each all or nothing, and work out the days they touch',
    es: 'tomar archivos de eventos, cada uno entero o nada, y calcular los días que tocan',
  },
  argument: {
    syntax: '<files...>',
    means: {
      en: 'CSV, JSON, NDJSON or xlsx, also with gzip',
      es: 'CSV, JSON, NDJSON o xlsx, también con gzip',
    },
  },
  options: [
    {
      flags: '--source <name>',
      means: {
        en: 'whose events they are where a row does not say',
        es: 'de quién son los eventos cuando la fila no lo dice',
      },
      isRequired: true,
    },
    {
      flags: '--metric <name>',
      means: { en: 'the metric of rows that name none', es: 'la métrica de las filas sin ella' },
    },
    {
      flags: '--lenient',
      means: {
        en: 'take the good rows in and keep the others as refused; without it one bad row refuses the file',
        es: 'tomar las filas buenas y guardar las otras como rechazadas; sin ella, una fila mala rechaza el archivo',
      },
    },
    {
      flags: '--replace',
      means: {
        en: 'an event that comes again with another value takes the place of the one before',
        es: 'un evento que llega de nuevo con otro valor sustituye al anterior',
      },
    },
    {
      flags: '--rejected <file>',
      means: {
        en: 'write the refused rows with their reasons to this CSV file, to be corrected and sent again',
        es: 'escribir las filas rechazadas con su motivo en este CSV, para corregirlas y enviarlas de nuevo',
      },
    },
    ...PROFILE_OPTIONS,
    {
      flags: '--save-profile <by>',
      means: {
        en: 'read the files of this source so from now on, in the name of who says so',
        es: 'leer así los archivos de esta fuente desde ahora, en nombre de quien lo dice',
      },
    },
  ],
  async work(app, call) {
    const { state, summary, run } = await ingestFiles(app, {
      files: filesOf(call),
      source: named(call, 'source'),
      defaultMetric: call.option('metric'),
      mode: call.has('lenient') ? 'lenient' : 'strict',
      onConflict: call.has('replace') ? 'replace' : 'keep',
      profile: askedProfile(call),
      savedBy: call.option('saveProfile'),
    })
    const rejectedFile = call.option('rejected')
    const orders = summary.files.flatMap(({ order, result }) =>
      result.kind !== 'same' && result.faults.rows > 0 ? [order] : [],
    )
    const rejected =
      rejectedFile === null || orders.length === 0
        ? null
        : await writeRejected(rejectedFile, orders, app.language)
    const files = summary.files.map(({ file, result }) => ({ file, ...result }))
    return {
      ending: state,
      document: { run, state, ...summary, files, rejected },
      lines: [
        ...summary.files.flatMap((each) => ingestLines(each, app.language)),
        ...(rejected === null ? [] : [say(rejectedWords(rejected, rejectedFile), app.language)]),
      ],
    }
  },
})

function rejectedWords(rows: number, file: string | null): Phrase {
  const { en, es } = counted(rows, ROWS)
  return {
    en: `Refused: ${en}, with their reasons, in ${file}`,
    es: `Rechazado: ${es}, con su motivo, en ${file}`,
  }
}

function filesOf({ argument, second, others = [] }: Call): string[] {
  return [argument, second, ...others].filter((file) => typeof file === 'string')
}

function named(call: Call, option: string): string {
  const value = call.option(option)?.trim() ?? ''
  if (value !== '' && value.length <= 120) return value
  throw new AppError('command.bad-argument', { argument: `--${option}`, value, wanted: 'pos, web' })
}
