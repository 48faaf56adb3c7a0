import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { download } from '../../api/download.ts'
import { useFindings } from '../../api/use-findings.ts'
import { useFormat } from '../../format/use-format.ts'
import { ExportMenu } from '../../ui/export-menu.tsx'
import { Page } from '../../ui/page.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { useWords } from '../../words/use-words.ts'
import { AgeingPanel } from './ageing-panel.tsx'
import { FindingsDesk } from './findings-desk.tsx'
import { narrowed, queryOf } from './findings-filter.ts'
import { FindingsFilters } from './findings-filters.tsx'
import { FindingsNotes } from './findings-notes.tsx'
import { FINDINGS } from './findings-words.ts'
import { KeysHelp } from './keys-help.tsx'

/** What disagrees, as a work list that is driven by keys, and how it has aged. */
export function FindingsPage() {
  const say = useWords(FINDINGS)
  const { day } = useFormat()
  const { filters } = useFilters()
  const list = useFindings(queryOf(filters))
  const [isHelpOpen, help] = useDisclosure(false)
  const answer = list.first?.data
  return (
    <Page
      title={say.title}
      note={answer && say.asOf(day(answer.asOf))}
      actions={
        <>
          <Button variant="default" size="compact-sm" onClick={help.open}>
            {say.keys} <kbd style={{ marginLeft: 6 }}>?</kbd>
          </Button>
          <ExportMenu
            onExport={(format) =>
              download('exportFindings', { query: { ...narrowed(filters), format } })
            }
          />
        </>
      }
    >
      <FindingsFilters />
      <FindingsNotes answer={answer} />
      <FindingsDesk list={list} onHelp={help.open} isQuiet={isHelpOpen} />
      <AgeingPanel />
      {isHelpOpen && <KeysHelp onClose={help.close} />}
    </Page>
  )
}
