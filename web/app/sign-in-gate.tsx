import { Center, Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { useSession } from '../api/use-session.ts'
import { PanelFault } from '../ui/panel-states.tsx'
import { SHELL } from '../words/shell-words.ts'
import { useWords } from '../words/use-words.ts'
import { AcceptInvitation, INVITATION_PATH } from './accept-invitation.tsx'
import { FirstPassword } from './first-password.tsx'
import { SignIn } from './sign-in.tsx'

/**
 * Shows the app to somebody who is signed in, and the sign-in to others. The address stays as it is, so after a
 * sign-in that ran out one is back where one was.
 */
export function SignInGate({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const say = useWords(SHELL)
  if (window.location.pathname === INVITATION_PATH) return <AcceptInvitation />
  if (session.data) {
    return session.data.mustChangePassword ? <FirstPassword who={session.data} /> : children
  }
  if (session.data === null) return <SignIn />
  return (
    <Center mih="100dvh" p="md">
      {session.error ? (
        <PanelFault problem={session.error} onRetry={() => void session.refetch()} />
      ) : (
        <Loader aria-label={say.loading} size="sm" />
      )}
    </Center>
  )
}
