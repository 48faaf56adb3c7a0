import { Link } from '@tanstack/react-router'
import { Page } from '../ui/page.tsx'
import { SHELL } from '../words/shell-words.ts'
import { useWords } from '../words/use-words.ts'

/** An address that is no page. */
export function NotFound() {
  const say = useWords(SHELL)
  return (
    <Page title={say.notFound}>
      <p>
        {say.notFoundMore} <Link to="/">{say.toToday}</Link>
      </p>
    </Page>
  )
}
