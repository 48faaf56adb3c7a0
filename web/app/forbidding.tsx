import type { ReactNode } from 'react'
import type { Permission } from '../../src/contract/permission.ts'
import { useWho } from '../api/use-session.ts'
import { Page } from '../ui/page.tsx'
import { SHELL } from '../words/shell-words.ts'
import { useWords } from '../words/use-words.ts'

interface ForbiddingProps {
  readonly needs: Permission
  readonly children: ReactNode
}

/** Says so where a page is not for the role of whoever opens it. */
export function Forbidding({ needs, children }: ForbiddingProps) {
  const say = useWords(SHELL)
  if (useWho().permissions.includes(needs)) return children
  return (
    <Page title={say.forbidden}>
      <p>{say.forbiddenMore(needs)}</p>
    </Page>
  )
}
