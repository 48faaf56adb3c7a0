import { Link } from '@tanstack/react-router'
import { useFormat } from '../../format/use-format.ts'
import { LinkWord, TakeWordBack } from '../../ui/link-word.tsx'
import { LOST_REASONS, MATCH_RULES } from '../../words/match-words.ts'
import { useWords } from '../../words/use-words.ts'
import { worded } from '../../words/worded.ts'
import styles from './device.module.css'
import type { Described } from './device-reading.ts'
import { DEVICE } from './device-words.ts'

type StoryRecord = Described['story']['records'][number]

/** By what a record was taken for the machine that another one speaks of. */
export function LinkedItem({ record }: { readonly record: StoryRecord }) {
  const say = useWords(DEVICE)
  const rules = useWords(MATCH_RULES)
  const { day } = useFormat()
  const { ref, through, rule, value, otherValue, since } = record
  if (through === null || rule === null) return null
  const isOneValue = otherValue === null || otherValue === value
  return (
    <li>
      <p>
        {say.same(ref, through)} <strong>{worded(rules, rule)}</strong>{' '}
        {value !== null && <code>{isOneValue ? value : `${value} = ${otherValue}`}</code>}.{' '}
        <span className={styles.dim}>{say.from(day(since))}</span>
      </p>
      <LinkWord one={ref} other={through} kind="cannot-link" />
    </li>
  )
}

/** The record that came nearest, and why it is another machine. */
export function LostItem({ record: { ref, lost } }: { readonly record: StoryRecord }) {
  const say = useWords(DEVICE)
  const rules = useWords(MATCH_RULES)
  const reasons = useWords(LOST_REASONS)
  if (lost === null) return null
  const { kind, by } = lost.reason
  return (
    <li>
      <p>
        {say.shares(ref, worded(rules, lost.rule))}{' '}
        <Link to="/devices/$record" params={{ record: lost.ref } as never}>
          {lost.ref}
        </Link>
        , {say.butNot}{' '}
        <strong>
          {lost.unplaced === null ? worded(reasons, kind) : say.unplaced(lost.unplaced)}
        </strong>
        {typeof by === 'string' && ` (${worded(rules, by)})`}.
      </p>
      <LinkWord one={ref} other={lost.ref} kind="must-link" />
    </li>
  )
}

/** What a person said of two records, and a way to take it back. */
export function SaidItem({
  decision: { one, other, kind, by, reason, at },
}: {
  readonly decision: Described['story']['decisions'][number]
}) {
  const say = useWords(DEVICE)
  const { instant } = useFormat()
  return (
    <li>
      <p>
        {one} {say.and} {other} <strong>{kind === 'must-link' ? say.areOne : say.areTwo}</strong>
        {reason !== null && `: ${reason}`}{' '}
        <span className={styles.dim}>
          {by}, {instant(at)}
        </span>
      </p>
      <TakeWordBack one={one} other={other} />
    </li>
  )
}
