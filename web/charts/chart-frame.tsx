import { ActionIcon, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { lazy, Suspense, useRef } from 'react'
import { saveFile } from '../api/download.ts'
import { Icon } from '../ui/icon.tsx'
import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import type { DrawnChart, Options, PointedAt } from './chart-canvas.tsx'
import styles from './chart-frame.module.css'
import { ChartTwin, type Twin } from './chart-twin.tsx'

const ChartCanvas = lazy(() =>
  import('./chart-canvas.tsx').then((file) => ({ default: file.ChartCanvas })),
)

interface ChartFrameProps {
  /** What is drawn, in a sentence, for those who do not see it; and the name of saved files. */
  readonly label: string
  readonly options: Options
  /** The same as a table. */
  readonly twin: Twin
  readonly height?: number
  readonly onPick?: (series: string, at: number) => void
  /** A point to be looked at, such as one whose row has the focus. */
  readonly pointed?: PointedAt | null
}

/** A chart with its table twin, saved as PNG or SVG; it keeps to the theme and to its width. */
export function ChartFrame(props: ChartFrameProps) {
  const { label, options, twin, height = 280, onPick, pointed = null } = props
  const say = useWords(UI)
  const [isTable, { toggle }] = useDisclosure(false)
  const chart = useRef<DrawnChart>(null)
  const save = async (kind: 'png' | 'svg') => {
    const content = await chart.current?.picture(kind)
    if (content) saveFile(content, `${label}.${kind}`)
  }
  const buttons = [
    { name: say.png, mark: 'PNG', act: () => save('png') },
    { name: say.svg, mark: 'SVG', act: () => save('svg') },
  ]
  return (
    <figure style={{ margin: 0 }} aria-label={label}>
      <div className={styles.bar}>
        {!isTable &&
          buttons.map(({ name, mark, act }) => (
            <ActionIcon
              key={mark}
              variant="subtle"
              color="gray"
              w={36}
              fz={10}
              aria-label={name}
              onClick={() => void act()}
            >
              {mark}
            </ActionIcon>
          ))}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-pressed={isTable}
          aria-label={isTable ? say.showChart : say.showTable}
          onClick={toggle}
        >
          <Icon name={isTable ? 'metrics' : 'table'} size={16} />
        </ActionIcon>
      </div>
      {isTable ? (
        <ChartTwin label={label} twin={twin} height={height} />
      ) : (
        <Suspense fallback={<Skeleton height={height} />}>
          <ChartCanvas ref={chart} {...{ label, options, height, onPick, pointed }} />
        </Suspense>
      )}
    </figure>
  )
}
