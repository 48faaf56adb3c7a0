import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ApiProblem } from '../api/api-problem.ts'
import { ProblemAlert } from './problem-alert.tsx'

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
      <ProblemAlert problem={saving.error} isInline />
    </>
  )
}
