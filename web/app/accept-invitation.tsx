import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useAcceptInvitation } from '../api/use-access.ts'
import { useSignIn } from '../api/use-session.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { SIGN_IN } from '../words/sign-in-words.ts'
import { useWords } from '../words/use-words.ts'
import { Entrance } from './entrance.tsx'

/** Where the link of an invitation leads; its token stands behind #, so no server ever logs it. */
export const INVITATION_PATH = '/invitation'

/** Becomes the person an invitation names, with a password of one's own, and goes in. */
export function AcceptInvitation() {
  const say = useWords(SIGN_IN)
  const accept = useAcceptInvitation()
  const signIn = useSignIn()
  const [differs, setDiffers] = useState(false)
  const problem = accept.error ?? signIn.error
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const told = new FormData(event.currentTarget)
    const password = String(told.get('next'))
    setDiffers(password !== told.get('again'))
    if (password !== told.get('again')) return
    const token = window.location.hash.slice(1)
    accept.mutate(
      { body: { token, password } },
      {
        onSuccess: ({ name }) =>
          signIn.mutate({ name, password }, { onSuccess: () => window.location.replace('/') }),
      },
    )
  }
  return (
    <Entrance title={say.invitedTitle}>
      <Text size="sm" c="dimmed" mb="md">
        {say.invitedWhy}
      </Text>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <ProblemAlert problem={problem} />
          <PasswordInput
            name="next"
            label={say.password}
            autoComplete="new-password"
            required
            autoFocus
            withAsterisk={false}
          />
          <PasswordInput
            name="again"
            label={say.passwordAgain}
            autoComplete="new-password"
            required
            withAsterisk={false}
            error={differs ? say.differs : undefined}
          />
          <Button type="submit" loading={accept.isPending || signIn.isPending} mt="xs">
            {say.acceptAndEnter}
          </Button>
        </Stack>
      </form>
    </Entrance>
  )
}
