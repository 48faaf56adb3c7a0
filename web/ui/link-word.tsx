import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useDecideLink, useTakeLinkBack } from '../api/use-devices.ts'
import { useWho } from '../api/use-session.ts'
import { LINKING } from '../words/match-words.ts'
import { useWords } from '../words/use-words.ts'
import { ConfirmButton } from './confirm-button.tsx'

interface LinkWordProps {
  readonly one: string
  readonly other: string
  readonly kind: 'must-link' | 'cannot-link'
}

/** Says of two records that they are one machine or two, with a reason; nothing for who may not. */
export function LinkWord({ one, other, kind }: LinkWordProps) {
  const say = useWords(LINKING)
  const [reason, setReason] = useState('')
  const decide = useDecideLink()
  const isLink = kind === 'must-link'
  if (!useWho().permissions.includes('operate')) return null
  return (
    <ConfirmButton
      variant="default"
      size="compact-xs"
      question={isLink ? say.linkQuestion(one, other) : say.unlinkQuestion(one, other)}
      consequence={
        <>
          <p>{say.consequence}</p>
          <Textarea
            label={say.reason}
            description={say.reasonHint}
            maxLength={255}
            autosize
            minRows={2}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </>
      }
      onConfirm={() =>
        decide.mutateAsync({ body: { one, other, kind, reason: reason.trim() || null } })
      }
    >
      {isLink ? say.link : say.unlink}
    </ConfirmButton>
  )
}

/** Takes back what was said of two records; nothing for who may not. */
export function TakeWordBack({ one, other }: Omit<LinkWordProps, 'kind'>) {
  const say = useWords(LINKING)
  const takeBack = useTakeLinkBack()
  if (!useWho().permissions.includes('operate')) return null
  return (
    <ConfirmButton
      variant="default"
      size="compact-xs"
      question={say.takeBackQuestion(one, other)}
      consequence={say.takeBackConsequence}
      onConfirm={() => takeBack.mutateAsync({ query: { one, other } })}
    >
      {say.takeBack}
    </ConfirmButton>
  )
}
