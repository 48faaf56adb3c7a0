import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useAbout } from '../../api/use-about.ts'
import type { Decision } from '../../api/use-findings.ts'
import { useWho } from '../../api/use-session.ts'
import { addDays } from '../../format/day.ts'
import { useFormat } from '../../format/use-format.ts'
import { DayPicker } from '../../ui/day-picker.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { UI } from '../../words/ui-words.ts'
import { useWords } from '../../words/use-words.ts'
import { DECIDE } from './decision-words.ts'
import styles from './findings.module.css'
import { useCountedDecision } from './use-counted-decision.ts'
import { type Kind, type Said, wordOf } from './word-of.ts'

const ACCEPTED_DAYS = 30

/** What is to be decided: which word, and of which findings. */
export interface Asked {
  readonly kind: Kind
  readonly target: Pick<Decision, 'ids' | 'filter'>
  /** The note or owner there is, where it is of one finding. */
  readonly present: string
}

interface DecisionDialogProps {
  readonly asked: Asked
  readonly onClose: () => void
  readonly onDone: (told: string) => void
}

/** Asks for what a word needs, says of how many findings it is said, and says it. */
export function DecisionDialog({ asked, onClose, onDone }: DecisionDialogProps) {
  useFocusBack()
  const say = useWords(DECIDE)
  const ui = useWords(UI)
  const { number } = useFormat()
  const today = useAbout().data?.today ?? ''
  const { name: me } = useWho()
  const { kind, target, present } = asked
  const [said, setSaid] = useState<Said>({
    text: kind === 'assigned' ? present || me : present,
    until: addDays(today, ACCEPTED_DAYS),
  })
  const { counted, ids, isChanged, decide, isBusy, problem } = useCountedDecision({
    ...{ target, kind, tomorrow: addDays(today, 1) },
    onDone: (count) => onDone(say.done(say[kind], number(count))),
  })
  const refused = counted?.refused.length ?? 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    decide(wordOf(kind, said))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={say[kind]}
      closeButtonProps={{ 'aria-label': ui.cancel }}
    >
      <form onSubmit={submit} className={styles.form}>
        <Text size="sm" role="status">
          {ids !== undefined && say.of(number(ids.length), ids.length)}
          {ids === undefined && problem === null && say.counting}{' '}
          {refused > 0 && say.refused(number(refused))}
        </Text>
        <DecisionFields kind={kind} said={said} onChange={setSaid} tomorrow={addDays(today, 1)} />
        <Text size="xs" c="dimmed">
          {say[`${kind}More`]}
        </Text>
        {isChanged && ids !== undefined && (
          <Text size="sm" c="var(--m-bad)" role="alert">
            {say.changed(number(ids.length))}
          </Text>
        )}
        <ProblemAlert problem={problem} isInline />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!ids || ids.length === 0}>
            {say.sayOf(say[kind], number(ids?.length ?? 0))}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

interface DecisionFieldsProps {
  readonly kind: Kind
  readonly said: Said
  readonly onChange: (said: Said) => void
  readonly tomorrow: string
}

function DecisionFields({ kind, said, onChange, tomorrow }: DecisionFieldsProps) {
  const say = useWords(DECIDE)
  const text = (value: string) => onChange({ ...said, text: value })
  return (
    <>
      <TextInput
        data-autofocus
        onFocus={({ currentTarget }) => currentTarget.select()}
        maxLength={255}
        required={kind === 'accepted'}
        label={say[LABELS[kind]]}
        value={said.text}
        onChange={({ currentTarget }) => text(currentTarget.value)}
      />
      {kind === 'accepted' && (
        <DayPicker
          label={say.until}
          value={said.until}
          min={tomorrow}
          onChange={(until) => onChange({ ...said, until })}
        />
      )}
    </>
  )
}

const LABELS = {
  ...({ accepted: 'reason', fixed: 'reasonIfAny', reopened: 'reasonIfAny' } as const),
  ...({ acknowledged: 'reasonIfAny', assigned: 'ownerName', noted: 'noteText' } as const),
} as const
