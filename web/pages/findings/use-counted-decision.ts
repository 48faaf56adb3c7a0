import { useEffect, useState } from 'react'
import { type Decision, useDecision, useTryDecision } from '../../api/use-findings.ts'
import { type Kind, wordOf } from './word-of.ts'

/** As many as a decision names. */
const MOST_IDS = 10_000

interface CountedDecisionOf {
  readonly target: Pick<Decision, 'ids' | 'filter'>
  readonly kind: Kind
  readonly tomorrow: string
  readonly onDone: (count: number) => void
}

/**
 * Tells of which findings a word would be said, and says it of these. More than a decision names are said by their
 * filter; they are asked for just before, and where they are not the same any more nothing is said.
 */
export function useCountedDecision({ target, kind, tomorrow, onDone }: CountedDecisionOf) {
  const trial = useTryDecision()
  const decision = useDecision()
  const [isChanged, setChanged] = useState(false)
  const { mutate: tryOut } = trial
  // made of what the effect names; which findings take a word does not hang on what is written with it
  const body = { ...target, word: wordOf(kind, { text: '-', until: tomorrow }), dryRun: true }
  useEffect(() => tryOut({ body }), [tryOut, target, kind, tomorrow])
  const ids = trial.data?.said
  const say = (parts: Pick<Decision, 'ids' | 'filter' | 'yes'>, word: Decision['word']) =>
    decision.mutate({ body: { ...parts, word } }, { onSuccess: ({ said }) => onDone(said.length) })
  const decide = (word: Decision['word']) => {
    setChanged(false)
    if (ids === undefined || ids.length === 0) return
    if (ids.length <= MOST_IDS) return say({ ids }, word)
    tryOut(
      { body },
      {
        onSuccess: ({ said }) =>
          isSameSet(ids, said) ? say({ ...target, yes: true }, word) : setChanged(true),
      },
    )
  }
  const isBusy = trial.isPending || decision.isPending
  const problem = trial.error ?? decision.error
  return { counted: trial.data, ids, isChanged, decide, isBusy, problem }
}

function isSameSet(some: readonly number[], others: readonly number[]): boolean {
  const known = new Set(some)
  return some.length === others.length && others.every((id) => known.has(id))
}
