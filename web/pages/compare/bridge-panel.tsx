import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { useFormat } from '../../format/use-format.ts'
import { DayNotKept } from '../../ui/day-not-kept.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { MACHINES } from '../../words/machine-words.ts'
import { useWords } from '../../words/use-words.ts'
import { NO_SITE } from '../devices/devices-query.ts'
import { BridgeBars } from './bridge-bars.tsx'
import { axisStart, type Bridge, stepsOf } from './bridge-steps.ts'
import { COMPARE } from './compare-words.ts'
import { addressOfStep } from './step-address.ts'
import type { useBridgesOf } from './use-bridges-of.ts'
import type { Compared } from './use-compared.ts'
import { waterfallOptions } from './waterfall-options.ts'

interface BridgePanelProps {
  readonly compared: Compared
  readonly query: ReturnType<typeof useBridgesOf>
}

/** From one count to the other: each bar opens into the machines it counts. */
export function BridgePanel({ compared, query }: BridgePanelProps) {
  const say = useWords(COMPARE)
  const { change } = useFilters()
  const { site, figure } = compared
  const isHere = (bridge: Bridge) =>
    bridge.measure === figure &&
    (site === ''
      ? bridge.scope === 'all'
      : bridge.scope === 'site' && bridge.site === (site === NO_SITE ? null : site))
  const { data, error } = query
  const found = data?.bridges.find(isHere)
  return (
    <Panel
      title={say.bridge}
      note={found && <AxisNote bridge={found} />}
      query={query}
      minHeight={400}
      empty={({ bridges }) => (bridges.some(isHere) ? null : say.noBridge)}
      missing={<DayNotKept problem={error} onGo={(day) => change(nearer(compared, day))} />}
    >
      {({ bridges, from, to }) => {
        const bridge = bridges.find(isHere)
        return bridge && <BridgeChart bridge={bridge} compared={{ ...compared, from, to }} />
      }}
    </Panel>
  )
}

/** Which of the two days is replaced by one that is kept: the one that it is nearer to. */
function nearer({ to }: Compared, day: string) {
  return day >= to ? { to: day } : { from: day }
}

function AxisNote({ bridge }: { readonly bridge: Bridge }) {
  const say = useWords(COMPARE)
  const { number } = useFormat()
  const start = axisStart(stepsOf(bridge))
  return start === 0 ? null : say.axis(number(start))
}

interface BridgeChartProps {
  readonly bridge: Bridge
  readonly compared: Compared
}

function BridgeChart({ bridge, compared }: BridgeChartProps) {
  const say = useWords(COMPARE)
  const { noSite } = useWords(MACHINES)
  const { number, signed, day } = useFormat()
  const navigate = useNavigate()
  const { from, to } = compared
  const { steps, names, told, options } = useMemo(() => {
    const steps = stepsOf(bridge)
    const names = steps.map(({ name }) =>
      name === 'start' ? day(from) : name === 'end' ? day(to) : say[name],
    )
    const told = steps.map(({ name, value }) =>
      name === 'start' || name === 'end' ? number(value) : signed(value),
    )
    return { steps, names, told, options: waterfallOptions({ steps, names, told }) }
  }, [bridge, from, to, say, number, signed, day])
  const place = bridge.scope === 'all' ? say.everywhere : (bridge.site ?? noSite)
  const open = (at: number) => {
    const step = steps[at]
    if (step) void navigate({ ...addressOfStep(step, compared), resetScroll: false })
  }
  return (
    <>
      <ChartFrame
        label={say.bridgeOf(`${say[bridge.measure]}, ${place}`, day(from), day(to))}
        options={options}
        twin={{
          columns: [say.step, say.count],
          rows: names.map((name, at) => [name, told[at] ?? '']),
        }}
        onPick={(_, at) => open(at)}
      />
      <BridgeBars {...{ steps, names, told, compared }} />
    </>
  )
}
