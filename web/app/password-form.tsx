import { Button, PasswordInput, Stack } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useChangePassword } from '../api/use-session.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { SIGN_IN } from '../words/sign-in-words.ts'
import { useWords } from '../words/use-words.ts'

interface PasswordFormProps {
  readonly name: string
  readonly onDone?: () => void
}

/** Gives oneself another password: the one until now, and twice the new one. */
export function PasswordForm({ name, onDone }: PasswordFormProps) {
  const say = useWords(SIGN_IN)
  const change = useChangePassword()
  const [differs, setDiffers] = useState(false)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const told = new FormData(event.currentTarget)
    const [current, next, again] = ['current', 'next', 'again'].map((key) => String(told.get(key)))
    setDiffers(next !== again)
    if (next !== again || current === undefined || next === undefined) return
    change.mutate({ current, next }, { onSuccess: () => onDone?.() })
  }
  return (
    <form onSubmit={submit}>
      <input type="hidden" name="username" autoComplete="username" value={name} readOnly />
      <Stack gap="sm">
        <ProblemAlert problem={change.error} />
        <PasswordInput
          name="current"
          label={say.current}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        <PasswordInput
          name="next"
          label={say.next}
          autoComplete="new-password"
          required
          withAsterisk={false}
        />
        <PasswordInput
          name="again"
          label={say.again}
          autoComplete="new-password"
          required
          withAsterisk={false}
          error={differs ? say.differs : undefined}
        />
        <Button type="submit" loading={change.isPending} mt="xs">
          {say.save}
        </Button>
      </Stack>
    </form>
  )
}
