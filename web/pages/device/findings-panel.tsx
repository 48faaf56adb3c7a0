import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/call.ts'
import { useFindingsOfDevice } from '../../api/use-devices.ts'
import { useChecks } from '../../api/use-findings.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './device.module.css'
import { DEVICE } from './device-words.ts'

type Findings = Answer<'listFindings'>

/** What was found of the machine, whatever became of it. */
export function FindingsPanel({ device }: { readonly device: number }) {
  const say = useWords(DEVICE)
  const query = useFindingsOfDevice(device)
  const own = ({ items }: Findings) => items.filter(({ subject }) => subject === `device:${device}`)
  return (
    <Panel
      title={say.findings}
      query={query}
      empty={(found) => (own(found).length === 0 ? say.noFindings : null)}
    >
      {(found) => <FindingsList items={own(found)} />}
    </Panel>
  )
}

function FindingsList({ items }: { readonly items: Findings['items'] }) {
  const say = useWords(DEVICE)
  const { day } = useFormat()
  const checks = new Map(useChecks().data?.items.map((check) => [check.code, check]))
  return (
    <ul className={styles.findings}>
      {items.map(({ id, ref, check, severity, state, standingSince, ageDays }) => (
        <li key={id}>
          <SeverityBadge severity={severity} />
          <Link to="/findings" search={{ state: 'all', text: ref, finding: String(id) } as never}>
            {ref} {checks.get(check)?.title ?? check}
          </Link>
          <span className={styles.dim}>
            {say.since(day(standingSince))} · {say.standing(ageDays)}
          </span>
          <StateBadge state={state} />
        </li>
      ))}
    </ul>
  )
}
