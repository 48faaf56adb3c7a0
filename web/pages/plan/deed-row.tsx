import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useApprovePlan, usePlanDeed, type WholePlan } from '../../api/use-plans.ts'
import { useWho } from '../../api/use-session.ts'
import { useFormat } from '../../format/use-format.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './plan.module.css'
import { type Deed, offerOf, type RunDeed } from './plan-deeds.ts'
import { DEEDS } from './plan-words.ts'

interface DeedRowProps {
  readonly deed: Deed
  readonly plan: WholePlan
  /** While another deed goes on. */
  readonly isBusy: boolean
  readonly onBegun: (run: number) => void
}

/** One deed: its button and what it will do, or why it is not offered. */
export function DeedRow({ deed, plan, isBusy, onBegun }: DeedRowProps) {
  const say = useWords(DEEDS)
  const offer = offerOf(deed, plan, useWho())
  const word = deed === 'apply' && plan.state === 'applying' ? say.goOn : say[deed]
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
  const offered = { plan, isBusy, word }
  return deed === 'approve' ? (
    <Approval {...offered} />
  ) : (
    <DeedByRun {...offered} {...{ deed, onBegun }} />
  )
}

type Offered = Pick<DeedRowProps, 'plan' | 'isBusy'> & { readonly word: string }

const ROUTES = {
  ...({ apply: 'applyPlan', verify: 'verifyPlan' } as const),
  ...({ undo: 'undoPlan', report: 'writeReport' } as const),
} as const satisfies Record<RunDeed, string>

function DeedByRun({
  deed,
  onBegun,
  ...offered
}: Offered & { readonly deed: RunDeed } & Pick<DeedRowProps, 'onBegun'>) {
  const begin = usePlanDeed(ROUTES[deed])
  const act = async () => {
    onBegun((await begin.mutateAsync({ params: { id: offered.plan.id } })).run)
  }
  return <DeedButton {...offered} deed={deed} onConfirm={act} />
}

function Approval(offered: Offered) {
  const say = useWords(DEEDS)
  const [reason, setReason] = useState('')
  const approve = useApprovePlan()
  const act = () =>
    approve.mutateAsync({ params: { id: offered.plan.id }, body: { reason: reason || null } })
  return (
    <DeedButton {...offered} deed="approve" onConfirm={act}>
      <TextInput
        label={say.reason}
        maxLength={1000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </DeedButton>
  )
}

interface DeedButtonProps extends Offered {
  readonly deed: Deed
  readonly onConfirm: () => Promise<unknown>
  /** What is asked for besides. */
  readonly children?: ReactNode
}

function DeedButton({ deed, plan, isBusy, word, onConfirm, children }: DeedButtonProps) {
  const say = useWords(DEEDS)
  const will = useWill(deed, plan)
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
            {children}
          </>
        }
        onConfirm={onConfirm}
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
