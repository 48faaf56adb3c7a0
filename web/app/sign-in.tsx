import { Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type SubmitEvent, useEffect, useRef } from 'react'
import { addressOf } from '../api/call.ts'
import { useSignInOffers } from '../api/use-about.ts'
import { useSignIn } from '../api/use-session.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { SIGN_IN } from '../words/sign-in-words.ts'
import { useWords } from '../words/use-words.ts'
import { Entrance } from './entrance.tsx'

/** Signing in by name and password, or at the organisation's provider where there is one. */
export function SignIn() {
  const say = useWords(SIGN_IN)
  const { data: offers } = useSignInOffers()
  const signIn = useSignIn()
  const password = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (signIn.isError) password.current?.select()
  }, [signIn.isError])
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const told = new FormData(event.currentTarget)
    signIn.mutate({ name: String(told.get('name')), password: String(told.get('password')) })
  }
  return (
    <Entrance title={say.title}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <ProblemAlert problem={signIn.error} />
          <TextInput
            name="name"
            label={say.name}
            autoComplete="username"
            required
            autoFocus
            withAsterisk={false}
          />
          <PasswordInput
            ref={password}
            name="password"
            label={say.password}
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
          <Button type="submit" loading={signIn.isPending} mt="xs">
            {say.enter}
          </Button>
          {offers?.openId && (
            <>
              <Divider />
              <Button component="a" href={addressOf('beginOpenId')} variant="default">
                {say.provider}
              </Button>
            </>
          )}
        </Stack>
      </form>
    </Entrance>
  )
}
