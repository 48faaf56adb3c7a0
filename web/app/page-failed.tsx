import { Button } from '@mantine/core'
import { Page } from '../ui/page.tsx'
import { SHELL } from '../words/shell-words.ts'
import { useWords } from '../words/use-words.ts'

/** A page that broke as a whole, or whose code is of a version that is gone. */
export function PageFailed() {
  const say = useWords(SHELL)
  return (
    <Page title={say.pageFailed}>
      <div>
        <p>{say.pageFailedMore}</p>
        <Button onClick={() => window.location.reload()}>{say.reload}</Button>
      </div>
    </Page>
  )
}
