import { Progress } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/call.ts'
import { download } from '../../api/download.ts'
import { faultsOf, type SentEvents } from '../../api/use-event-files.ts'
import { useFormat } from '../../format/use-format.ts'
import { DownloadButton } from '../../ui/download-button.tsx'
import { useProblemWords } from '../../words/use-problem-words.ts'
import { useWords } from '../../words/use-words.ts'
import { FaultTable } from './fault-table.tsx'
import styles from './metrics.module.css'
import { METRICS } from './metrics-words.ts'

/** A file on its way, taken in or refused, with what is wrong with it cell by cell. */
export function SentFile({ file }: { readonly file: SentEvents }) {
  const say = useWords(METRICS)
  const wordsOf = useProblemWords()
  switch (file.kind) {
    case 'sending':
      return (
        <li>
          {say.sending(file.name)}
          <Progress value={file.share * 100} aria-label={say.sending(file.name)} mt={6} />
        </li>
      )
    case 'taken':
      return <TakenFile name={file.name} answer={file.answer} />
    case 'refused': {
      const { faults, total } = faultsOf(file.problem)
      return (
        <li data-sent="refused">
          <div className={styles.sentHead}>
            <strong>{file.name}</strong>
            <span className={styles.bad}>{say.refused}</span>
          </div>
          <p className={styles.dim}>{wordsOf(file.problem)}</p>
          <FaultTable faults={faults} total={total} />
        </li>
      )
    }
  }
}

const COUNTED = ['rows', 'inserted', 'duplicates', 'conflicts', 'rejected'] as const

function TakenFile({
  name,
  answer,
}: {
  readonly name: string
  readonly answer: Answer<'ingestEvents'>
}) {
  const say = useWords(METRICS)
  const { number } = useFormat()
  const { state, source, metrics, upload_id: id, rejected } = answer
  return (
    <li data-sent={state}>
      <div className={styles.sentHead}>
        <strong>{name}</strong>
        <span className={styles.good}>{state === 'taken' ? say.taken : say.same}</span>
        {metrics.slice(0, 5).map((metric) => (
          <Link key={metric} to="/metrics" search={{ source, metric } as never}>
            {say.chartIt}: {metric}
          </Link>
        ))}
      </div>
      <dl className={styles.counts}>
        {COUNTED.map((count) => (
          <div key={count} data-count={count}>
            <dt>{say[count]}</dt>
            <dd>{number(answer[count])}</dd>
          </div>
        ))}
      </dl>
      {answer.warnings.map(({ code, message }) => (
        <p key={code} className={styles.notice}>
          {message}
        </p>
      ))}
      {rejected > 0 && <RefusedRowsButton id={id} />}
      <FaultTable faults={answer.faults} total={answer.total} />
    </li>
  )
}

/** Gives the rows a file was taken in without, to be corrected and sent again. */
export function RefusedRowsButton({ id }: { readonly id: number }) {
  const say = useWords(METRICS)
  return (
    <DownloadButton onDownload={() => download('downloadRejections', { params: { id } })}>
      {say.refusedRows}
    </DownloadButton>
  )
}
