import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import { Icon } from './icon.tsx'
import type { ChosenColumns } from './use-table-columns.ts'

/** Chooses which columns of a table are shown. */
export function ColumnChoice({ columns }: { readonly columns: ChosenColumns }) {
  const say = useWords(UI)
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="compact-sm" leftSection={<Icon name="columns" size={14} />}>
          {say.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {columns.all.map(({ id, title, isShown, toggle }) => (
            <Checkbox key={id} size="xs" label={title} checked={isShown} onChange={toggle} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
