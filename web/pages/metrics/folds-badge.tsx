import { Modal, VisuallyHidden } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Answer } from '../../api/call.ts'
import { type SeriesName, useReliability } from '../../api/use-metrics.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import { EffectsTable, FoldsTables } from './folds-tables.tsx'
import styles from './metrics.module.css'
import { METRICS } from './metrics-words.ts'

interface FoldsBadgeProps {
  readonly series: SeriesName
  readonly forecast: Answer<'dailyForecast'>
}

/** How reliable a forecast is, in a letter; it opens into the folds behind it. */
export function FoldsBadge({ series, forecast }: FoldsBadgeProps) {
  const say = useWords(METRICS)
  const { number } = useFormat()
  const [isOpen, { open, close }] = useDisclosure(false)
  const reliability = useReliability(series, isOpen)
  const { badge, score, isSkilled } = forecast
  const letter = badge ?? '–'
  return (
    <>
      <button type="button" className={styles.badge} onClick={open}>
        <span className={styles.letter} aria-hidden={true}>
          {letter}
        </span>
        <span>
          {say.reliability} {score === null ? say.unrated : `${number(score, 0)} / 100`}
          <br />
          <span className={styles.dim}>{isSkilled ? say.skilled : say.noSkill}</span>
          <VisuallyHidden> {say.openFolds(badge ?? say.unrated)}</VisuallyHidden>
        </span>
      </button>
      <Modal
        opened={isOpen}
        onClose={close}
        size="xl"
        title={say.foldsTitle}
        closeButtonProps={{ 'aria-label': say.close }}
      >
        <Panel title={`${series.metric} · ${forecast.model}`} query={reliability} minHeight={260}>
          {(told) => (
            <>
              <p>{told.text}</p>
              {told.held && <p className={styles.notice}>{say.held}</p>}
              <FoldsTables told={told} />
              <EffectsTable forecast={forecast} />
            </>
          )}
        </Panel>
      </Modal>
    </>
  )
}
