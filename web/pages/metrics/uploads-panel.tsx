import { Button, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Answer } from '../../api/call.ts'
import { useRejections } from '../../api/use-event-files.ts'
import { usePages } from '../../api/use-pages.ts'
import { useFormat } from '../../format/use-format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Column } from '../../ui/use-table-columns.ts'
import { useWords } from '../../words/use-words.ts'
import { FaultTable } from './fault-table.tsx'
import styles from './metrics.module.css'
import { METRICS } from './metrics-words.ts'
import { RefusedRowsButton } from './sent-file.tsx'

type Upload = Answer<'listUploads'>['items'][number]

/** The files that were taken in, newest first; the rows one was taken in without open from it. */
export function UploadsPanel() {
  const say = useWords(METRICS)
  const [opened, open] = useState<Upload | null>(null)
  const { first, total, onSeen, rowAt } = usePages('listUploads', {})
  const columns = useColumns(open)
  if (first === undefined) return null
  return (
    <>
      <Panel
        title={say.uploads}
        query={first}
        minHeight={200}
        empty={(list) => (list.total === 0 ? say.noUploads : null)}
      >
        {() => (
          <DataTable label={say.uploads} height="24rem" {...{ columns, total, rowAt, onSeen }} />
        )}
      </Panel>
      <Modal
        opened={opened !== null}
        onClose={() => open(null)}
        size="xl"
        title={say.rejectionsOf(opened?.fileName || say.unnamed)}
        closeButtonProps={{ 'aria-label': say.close }}
      >
        {opened && <Rejections upload={opened} />}
      </Modal>
    </>
  )
}

function Rejections({ upload: { id, source } }: { readonly upload: Upload }) {
  const rows = useRejections(id)
  return (
    <Panel title={source} query={rows} actions={<RefusedRowsButton id={id} />} minHeight={160}>
      {({ items, total }) => (
        <FaultTable faults={items.flatMap(({ faults }) => faults)} total={total} />
      )}
    </Panel>
  )
}

function useColumns(open: (upload: Upload) => void): readonly Column<Upload>[] {
  const say = useWords(METRICS)
  const { number, instant, bytes } = useFormat()
  return useMemo(() => {
    const count = (id: 'rows' | 'inserted' | 'duplicates' | 'conflicts'): Column<Upload> => ({
      ...{ id, title: say[id], width: 90, isNumber: true },
      cell: (upload) => number(upload[id]),
    })
    return [
      { id: 'file', title: say.file, width: 220, cell: ({ fileName }) => fileName || say.unnamed },
      { id: 'source', title: say.source, width: 120, cell: ({ source }) => source },
      { id: 'at', title: say.at, width: 150, cell: ({ at }) => instant(at) },
      { id: 'who', title: say.who, width: 110, cell: ({ actor }) => actor },
      ...[count('rows'), count('inserted'), count('duplicates'), count('conflicts')],
      {
        ...{ id: 'rejected', title: say.rejected, width: 110, isNumber: true },
        cell: (upload) =>
          upload.rejected === 0 ? (
            '0'
          ) : (
            <Button
              variant="default"
              size="compact-xs"
              className={styles.bad}
              aria-label={`${number(upload.rejected)}: ${say.rejectionsOf(upload.fileName || say.unnamed)}`}
              onClick={() => open(upload)}
            >
              {number(upload.rejected)}
            </Button>
          ),
      },
      {
        ...{ id: 'bytes', title: 'B', isExtra: true, isNumber: true },
        cell: (upload) => bytes(upload.bytes),
      },
    ]
  }, [say, number, instant, bytes, open])
}
