import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { ApiProblem } from '../api/api-problem.ts'
import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import { Icon } from './icon.tsx'
import { ProblemAlert } from './problem-alert.tsx'

const FORMATS = ['xlsx', 'csv', 'ndjson'] as const

/** A form in which a list can be had as a file. */
export type ExportFormat = (typeof FORMATS)[number]

interface ExportMenuProps {
  readonly onExport: (format: ExportFormat) => Promise<void>
}

/** Hands a list out as a file, and says so where that failed. */
export function ExportMenu({ onExport }: ExportMenuProps) {
  const say = useWords(UI)
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ApiProblem | null>(null)
  const get = async (format: ExportFormat) => {
    setBusy(true)
    setFailed(null)
    try {
      await onExport(format)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <ProblemAlert problem={failed} isInline />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            loading={isBusy}
            leftSection={<Icon name="download" size={14} />}
          >
            {say.export}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => void get(format)}>
              {say[format]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
