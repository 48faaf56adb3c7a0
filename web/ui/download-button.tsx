import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ApiProblem } from '../api/api-problem.ts'

interface DownloadButtonProps {
  /** Fetches the file and hands it to the browser. */
  readonly onDownload: () => Promise<void>
  readonly children: ReactNode
}

/** A button that saves a file, and says why where there is none to save. */
export function DownloadButton({ onDownload, children }: DownloadButtonProps) {
  const saving = useMutation<void, ApiProblem>({ mutationFn: onDownload })
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {children}
      </Button>
      {saving.error && (
        <Text span size="sm" c="var(--m-bad)" role="alert">
          {saving.error.message}
        </Text>
      )}
    </>
  )
}
