import { Button, Popover, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { type SeriesName, useSayVerdict } from '../../api/use-metrics.ts'
import { useFormat } from '../../format/use-format.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useWords } from '../../words/use-words.ts'
import { METRICS } from './metrics-words.ts'

interface OfDay {
  readonly series: SeriesName
  readonly day: string
}

/** Says one thing of a day, with a reason if one likes. */
export function SayVerdict({
  series,
  day,
  verdict,
}: OfDay & { readonly verdict: 'expected' | 'no-anomaly' }) {
  const say = useWords(METRICS)
  const format = useFormat()
  const [isOpen, { close, toggle }] = useDisclosure(false)
  const [reason, setReason] = useState('')
  const action = useSayVerdict()
  const save = (event: FormEvent) => {
    event.preventDefault()
    const body = { ...series, day, verdict, reason: reason.trim() === '' ? null : reason.trim() }
    action.mutate({ body }, { onSuccess: close })
  }
  return (
    <Popover
      {...{ opened: isOpen, width: 280, position: 'bottom-end', withArrow: true, shadow: 'md' }}
      onChange={(open) => !open && close()}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="compact-xs"
          onClick={toggle}
          aria-label={say.sayOf(say[verdict], format.day(day))}
        >
          {say[verdict]}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={save}>
          <Stack gap="xs">
            <Text size="sm" fw={600}>
              {say.sayOf(say[verdict], format.day(day))}
            </Text>
            <TextInput
              size="xs"
              label={say.reason}
              placeholder={say.reasonHint}
              maxLength={255}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
              data-autofocus
            />
            <ProblemAlert problem={action.error} isInline />
            <Button type="submit" size="xs" loading={action.isPending}>
              {say.save}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Takes back what was said of a day. */
export function TakeBack({ series, day }: OfDay) {
  const say = useWords(METRICS)
  const format = useFormat()
  const action = useSayVerdict()
  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        loading={action.isPending}
        aria-label={say.sayOf(say.takeBack, format.day(day))}
        onClick={() => action.mutate({ body: { ...series, day, verdict: null } })}
      >
        {say.takeBack}
      </Button>
      <ProblemAlert problem={action.error} isInline />
    </>
  )
}
