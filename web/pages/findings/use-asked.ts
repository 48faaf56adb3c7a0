import { useState } from 'react'
import type { Finding } from '../../api/use-findings.ts'
import type { Asked } from './decision-dialog.tsx'
import type { useCurrentFinding } from './use-current-finding.ts'
import type { Selection } from './use-selection.ts'
import type { Kind } from './word-of.ts'

/** What is being decided, if anything: of what is chosen, else of the finding under the mark. */
export function useAsked(
  selection: Selection,
  { id, row }: Pick<ReturnType<typeof useCurrentFinding>, 'id' | 'row'>,
) {
  const [asked, ask] = useState<Asked | null>(null)
  const askOf = (kind: Kind, target: Asked['target'] | null) => {
    if (target === null) return
    const isOfRow = target.ids?.length === 1 && target.ids[0] === row?.id
    ask({ kind, target, present: isOfRow ? presentOf(kind, row) : '' })
  }
  return {
    asked,
    decide: (kind: Kind) => askOf(kind, selection.target(id)),
    decideOne: (kind: Kind) => askOf(kind, id === null ? null : { ids: [id] }),
    close: () => ask(null),
  }
}

function presentOf(kind: Kind, finding: Finding | undefined): string {
  if (kind === 'noted') return finding?.note ?? ''
  return kind === 'assigned' ? (finding?.owner ?? '') : ''
}
