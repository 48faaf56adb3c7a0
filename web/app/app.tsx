import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { makeQueryClient } from '../api/query-client.ts'
import { THEME, VARIABLES } from '../look/theme.ts'
import { headStart } from './head-start.ts'
import { LanguageProvider } from './language-provider.tsx'
import { makeRouter } from './router.tsx'
import { SignInGate } from './sign-in-gate.tsx'

/** The web app: who looks at it, in which language and light, and what is at which address. */
export function App() {
  const [client] = useState(startedClient)
  const [router] = useState(makeRouter)
  return (
    <MantineProvider theme={THEME} cssVariablesResolver={VARIABLES} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <SignInGate>
            <RouterProvider router={router} />
          </SignInGate>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}

function startedClient() {
  const client = makeQueryClient()
  headStart(client, window.location.pathname)
  return client
}
