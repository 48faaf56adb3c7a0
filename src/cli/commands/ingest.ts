import { resolve } from 'node:path'
import type { App } from '../../app.ts'
import { sourceFault } from '../../events/accept/metric.ts'
import { ingestAnswer } from '../../events/ingest/ingest-answer.ts'
import { ingestFiles } from '../../jobs/events/ingest.task.ts'
import type { EventInput } from '../../jobs/events/received-input.task.ts'
import { AppError } from '../../lib/errors.ts'
import { askedProfile, PROFILE_OPTIONS } from '../asked-profile.ts'
import { appCommand, type Call } from '../command.ts'
import { ingestLines } from '../lines/ingest-lines.ts'

export const ingest = appCommand({
  name: 'ingest',
  does: {
    en: 'take files of events in, each all or nothing, and work out the days they touch',
    es: 'tomar archivos de eventos, cada uno entero o nada, y calcular los días que tocan',
  },
  argument: {
    syntax: '<files...>',
    means: {
      en: 'CSV, JSON, NDJSON or xlsx, also with gzip; - for what is piped in',
      es: 'CSV, JSON, NDJSON o xlsx, también con gzip; - para lo que llega por la tubería',
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
      flags: '--rejected <folder>',
      means: {
        en: 'give the refused rows of each file back in this folder, with their reasons: a CSV to be corrected and sent again, and a marked copy of a workbook',
        es: 'devolver en esta carpeta las filas rechazadas de cada archivo, con su motivo: un CSV para corregir y enviar de nuevo, y una copia marcada de un libro',
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
    const rejectedTo = call.option('rejected')
    const { state, summary, run } = await ingestFiles(app, {
      inputs: inputsOf(app, call),
      source: named(call, 'source'),
      defaultMetric: call.option('metric'),
      mode: call.has('lenient') ? 'lenient' : 'strict',
      onConflict: call.has('replace') ? 'replace' : 'keep',
      profile: askedProfile(call),
      savedBy: call.option('saveProfile'),
      rejectedTo: rejectedTo === null ? null : resolve(rejectedTo),
    })
    const { source, profile } = summary
    const files = summary.files.map(({ file, result, givenBack }) => ({
      ...{ file, ...ingestAnswer(source, result), givenBack },
    }))
    return {
      ending: state,
      document: { run, state, source, profile, files },
      lines: summary.files.flatMap((each) => ingestLines(each, app.language)),
    }
  },
})

function inputsOf(app: App, { argument, second, others = [] }: Call): EventInput[] {
  const named = [argument, second, ...others].filter((file) => typeof file === 'string')
  return named.map((file) =>
    file === '-'
      ? { kind: 'stream', name: PIPED, bytes: app.input() }
      : { kind: 'path', path: file },
  )
}

/** What the file is called that is piped in; its format is told from its bytes. */
const PIPED = 'stdin'

function named(call: Call, option: string): string {
  const value = call.option(option)?.trim() ?? ''
  if (sourceFault(value) === null) return value
  throw new AppError('command.bad-argument', { argument: `--${option}`, value, wanted: 'pos, web' })
}
