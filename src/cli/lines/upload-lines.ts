import type { KeptConflict, KeptRejection, KeptUpload } from '../../events/ingest/queries.ts'
import type { FileNature } from '../../events/parse/row-stream.ts'
import { type Phrase, say } from '../../language/language.ts'
import { listWords } from '../../language/list-words.ts'
import { faultLines, takenWords, warningLines } from './ingest-lines.ts'
import type { Speaker } from './machine-lines.ts'
import { tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

/** An upload with the first of what is odd about its rows. */
export interface ShownUpload extends KeptUpload {
  readonly rejections: readonly KeptRejection[]
  readonly conflictsShown: readonly KeptConflict[]
}

/** An upload: whose, when, what it was and came to, what of it was refused, what came with another value. */
export function uploadLines(upload: ShownUpload, speaker: Speaker): string[] {
  const { id, source, fileName, at, actor, rejections, rejected } = upload
  const { language, clock } = speaker
  const words = (phrase: Phrase) => say(phrase, language)
  const head = [`U${id}`, source, fileName, clock(at), actor]
  const first = rejections.flatMap(({ faults }) => faults)
  const more = rejected > rejections.length
  const rest = {
    en: `The first ${rejections.length} of ${rejected} refused rows. All of them: muster show U${id} --rejected FOLDER`,
    es: `Las primeras ${rejections.length} de ${rejected} filas rechazadas. Todas: muster show U${id} --rejected CARPETA`,
  }
  return [
    shownText(head.join('  ')),
    ...factPhrases(upload).map((phrase) => shownText(`  ${words(phrase)}`)),
    ...warningLines(upload, language),
    ...faultLines({ first, total: first.length }, language),
    ...(more ? [`    ${words(rest)}`] : []),
    ...conflictLines(upload, speaker),
  ]
}

function factPhrases(upload: KeptUpload): Phrase[] {
  const { nature, metrics, firstAt, lastAt } = upload
  const span = `${firstAt?.toISOString() ?? ''} - ${lastAt?.toISOString() ?? ''}`
  const named = listWords(metrics)
  return [
    natureWords(nature),
    takenWords(upload),
    ...(metrics.length === 0
      ? []
      : [
          { en: `Metrics: ${named.en}`, es: `Métricas: ${named.es}` },
          { en: span, es: span },
        ]),
  ]
}

function natureWords({ format, encoding, delimiter, isGzip }: FileNature): Phrase {
  const told = [format, ...(isGzip ? ['gzip'] : []), ...(encoding === null ? [] : [encoding])]
  const sign = delimiter === null ? '' : ` ${JSON.stringify(delimiter)}`
  return { en: `${told.join(', ')}${sign}`, es: `${told.join(', ')}${sign}` }
}

function conflictLines({ conflictsShown }: ShownUpload, { language, clock }: Speaker): string[] {
  if (conflictsShown.length === 0) return []
  const words = (en: string, es: string) => say({ en, es }, language)
  const rows = conflictsShown.map(({ line, metric, at, subject, stood, came, isReplaced }) => [
    ...[`${line}`, metric, clock(at), subject ?? '', stood, came],
    isReplaced ? words('the new one', 'el nuevo') : words('the first', 'el primero'),
  ])
  const titles = [
    ...[words('LINE', 'LÍNEA'), words('METRIC', 'MÉTRICA'), words('AT', 'CUÁNDO')],
    ...[words('SUBJECT', 'SUJETO'), words('STOOD', 'HABÍA'), words('CAME', 'LLEGÓ')],
    words('STANDS', 'QUEDA'),
  ]
  const alignments = ['right', 'left', 'left', 'left', 'right', 'right'] as const
  return ['', ...tableLines([titles, ...rows], alignments)]
}
