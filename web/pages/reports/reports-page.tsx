import { useWho } from '../../api/use-session.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/use-words.ts'
import { ReportList } from './report-list.tsx'
import { REPORTS } from './reports-words.ts'
import { WriteReport } from './write-report.tsx'

/** Report workbooks: those there are, and writing one now. */
export function ReportsPage() {
  const say = useWords(REPORTS)
  const mayWrite = useWho().permissions.includes('operate')
  return (
    <Page title={say.title}>
      {mayWrite && <WriteReport />}
      <ReportList />
    </Page>
  )
}
