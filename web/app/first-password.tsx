import { Text } from '@mantine/core'
import type { Who } from '../api/use-session.ts'
import { SIGN_IN } from '../words/sign-in-words.ts'
import { useWords } from '../words/use-words.ts'
import { Entrance } from './entrance.tsx'
import { PasswordForm } from './password-form.tsx'

/** Whoever came in by a one-time password chooses their own before anything else. */
export function FirstPassword({ who }: { readonly who: Who }) {
  const say = useWords(SIGN_IN)
  return (
    <Entrance title={say.newTitle}>
      <Text size="sm" c="dimmed" mb="md">
        {say.newWhy}
      </Text>
      <PasswordForm name={who.name} />
    </Entrance>
  )
}
