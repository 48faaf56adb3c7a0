import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApprovePlan, usePlanDeed, type WholePlan } from '../../api/use-plans.ts'
import { useWho } from '../../api/use-session.ts'
import { useFormat } from '../../format/use-format.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './plan.module.css'
import { type Deed, offerOf } from './plan-deeds.ts'
import { DEEDS } from './plan-words.ts'

interface DeedRowProps {
  readonly deed: Deed
  readonly plan: WholePlan
  /** While another deed goes on. */
  readonly isBusy: boolean
  readonly onBegun: (run: number) => void
}

const ROUTES = {
  ...({ apply: 'applyPlan', verify: 'verifyPlan' } as const),
  ...({ undo: 'undoPlan', report: 'writeReport' } as const),
} as const

/** One deed: its button and what it will do, or why it is not offered. */
export function DeedRow({ deed, plan, isBusy, onBegun }: DeedRowProps) {
  const say = useWords(DEEDS)
  const who = useWho()
  const offer = offerOf(deed, plan, who)
  const word = deed === 'apply' && plan.state === 'applying' ? say.goOn : say[deed]
  const will = useWill(deed, plan)
  const [reason, setReason] = useState('')
  const approve = useApprovePlan()
  const begin = usePlanDeed(deed === 'approve' ? 'verifyPlan' : ROUTES[deed])
  const params = { id: plan.id }
  const act = async () => {
    if (deed === 'approve') await approve.mutateAsync({ params, body: { reason: reason || null } })
    else onBegun((await begin.mutateAsync({ params })).run)
  }
  if (offer.kind !== 'offered') {
    return (
      <li data-deed={deed} data-offered="false">
        <Button size="compact-md" variant="default" disabled>
          {word}
        </Button>
        <p className={styles.dim}>
          {offer.kind === 'needs' ? say.needs(offer.permission) : String(say[offer.why])}
        </p>
      </li>
    )
  }
  return (
    <li data-deed={deed} data-offered="true">
      <ConfirmButton
        size="compact-md"
        variant={deed === 'apply' || deed === 'approve' ? 'filled' : 'default'}
        disabled={isBusy}
        question={say[`${deed}Question`](plan.id)}
        consequence={
          <>
            <p>{will}</p>
            {deed === 'approve' && (
              <TextInput
                label={say.reason}
                maxLength={1000}
                value={reason}
                onChange={({ currentTarget }) => setReason(currentTarget.value)}
              />
            )}
          </>
        }
        onConfirm={act}
      >
        {word}
      </ConfirmButton>
      <p className={styles.dim}>{will}</p>
    </li>
  )
}

/** What a deed will write where, and how many. */
function useWill(deed: Deed, { changes, written, target, state }: WholePlan): string {
  const say = useWords(DEEDS)
  const { number } = useFormat()
  const applied = number(written.applied ?? 0)
  switch (deed) {
    case 'approve':
      return `${say.approveWill(number(changes), target)}${state === 'held' ? ` ${say.liftsHold}` : ''}`
    case 'apply':
      return say.applyWill(number(written.pending ?? 0), target)
    case 'verify':
      return say.verifyWill(applied, target)
    case 'undo':
      return say.undoWill(applied, target)
    case 'report':
      return say.reportWill
  }
}
