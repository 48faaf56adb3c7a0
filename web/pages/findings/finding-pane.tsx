import { useFinding, type WholeFinding } from '../../api/use-findings.ts'
import { useFormat } from '../../format/use-format.ts'
import { Explain } from '../../ui/explain.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useWords } from '../../words/use-words.ts'
import { DecisionTools, type DecisionToolsProps } from './decision-tools.tsx'
import { EvidenceView } from './evidence-view.tsx'
import { FindingHistory } from './finding-history.tsx'
import styles from './findings.module.css'
import { FINDINGS } from './findings-words.ts'
import type { CheckNames } from './use-check-names.ts'

interface FindingPaneProps extends DecisionToolsProps {
  readonly id: number
  readonly checks: CheckNames
}

/** One finding: what is compared, what was said of it, and what can be said. */
export function FindingPane({ id, checks, onDecide, mayDecide }: FindingPaneProps) {
  const say = useWords(FINDINGS)
  const query = useFinding(id)
  return (
    <Panel title={`${say.details} F${id}`} query={query} minHeight={320}>
      {(finding) => (
        <>
          <Head finding={finding} checks={checks} />
          <DecisionTools onDecide={onDecide} mayDecide={mayDecide} state={finding.state} />
          <h3 className={styles.section}>{say.evidence}</h3>
          <EvidenceView evidence={finding.evidenceInWords} />
          <Compared finding={finding} />
          <h3 className={styles.section}>{say.history}</h3>
          <FindingHistory events={finding.events} />
        </>
      )}
    </Panel>
  )
}

interface HeadProps {
  readonly finding: WholeFinding
  readonly checks: CheckNames
}

function Head({ finding, checks }: HeadProps) {
  const say = useWords(FINDINGS)
  const { day, number } = useFormat()
  const { name, subject, check, site, municipality, building, standingSince, ageDays } = finding
  const { owner, note, acceptedUntil, unplaced } = finding
  const place = [site, municipality, building].filter((each) => each !== null).join(', ')
  return (
    <>
      <p className={styles.name}>{name ?? subject}</p>
      <p className={styles.said}>
        {checks.titleOf(check)}{' '}
        <Explain what={checks.titleOf(check)}>{checks.saysOf(check)}</Explain>
      </p>
      <div className={styles.marks}>
        <SeverityBadge severity={finding.severity} />
        <StateBadge state={finding.state} />
        <span className={styles.dim}>{say.sinceDay(day(standingSince), number(ageDays))}</span>
      </div>
      <dl className={styles.facts}>
        <Fact name={say.site} text={place || (unplaced ? say.unplaced(unplaced) : say.noSite)} />
        <Fact name={say.owner} text={owner} />
        <Fact name={say.note} text={note} />
        {acceptedUntil !== null && (
          <Fact name={say.acceptedUntil(day(acceptedUntil))} text={finding.acceptReason} />
        )}
      </dl>
    </>
  )
}

function Fact({ name, text }: { readonly name: string; readonly text: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text ?? '–'}</dd>
    </div>
  )
}

function Compared({ finding: { look } }: { readonly finding: WholeFinding }) {
  const say = useWords(FINDINGS)
  const { day } = useFormat()
  if (look === null) return null
  return (
    <>
      <h3 className={styles.section}>{say.compared}</h3>
      <dl className={styles.facts}>
        {Object.entries(look.compared).map(([source, on]) => (
          <Fact
            key={source}
            name={source}
            text={`${on === null ? '–' : day(on)}${look.skipped?.[source] ? ` (${say.notCompared})` : ''}`}
          />
        ))}
      </dl>
    </>
  )
}
