import { Button, CloseButton, Group, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import styles from './filter-bar.module.css'
import { Icon } from './icon.tsx'
import { useFilters } from './use-filters.ts'

/** One filter of a page: a search, or a choice among values. */
export type Filter =
  | { readonly kind: 'search'; readonly name: string; readonly label: string }
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly label: string
      readonly options: readonly { readonly value: string; readonly label: string }[]
      /** What it is called to choose none of them; "All" unless given. */
      readonly all?: string
    }

/** The filters of a page, bound to its address. */
export function FilterBar({ filters }: { readonly filters: readonly Filter[] }) {
  const say = useWords(UI)
  const { filters: set, change } = useFilters()
  const isSet = filters.some(({ name }) => set[name])
  const clear = () => change(Object.fromEntries(filters.map(({ name }) => [name, undefined])))
  return (
    <search aria-label={say.filters}>
      <Group gap="xs" align="end">
        {filters.map((filter) =>
          filter.kind === 'search' ? (
            <SearchFilter key={filter.name} name={filter.name} label={filter.label} />
          ) : (
            <NativeSelect
              key={filter.name}
              size="xs"
              className={styles.filter ?? ''}
              label={filter.label}
              value={set[filter.name] ?? ''}
              onChange={({ currentTarget }) => change({ [filter.name]: currentTarget.value })}
              data={[{ value: '', label: filter.all ?? say.all }, ...filter.options]}
            />
          ),
        )}
        {isSet && (
          <Button variant="subtle" size="xs" onClick={clear}>
            {say.clear}
          </Button>
        )}
      </Group>
    </search>
  )
}

const TYPING_MS = 250

function SearchFilter({ name, label }: { readonly name: string; readonly label: string }) {
  const say = useWords(UI)
  const { filters, change } = useFilters()
  const kept = filters[name] ?? ''
  const [typed, setTyped] = useState(kept)
  useEffect(() => setTyped(kept), [kept])
  const keep = useDebouncedCallback((value: string) => change({ [name]: value }), TYPING_MS)
  return (
    <TextInput
      size="xs"
      w={240}
      label={label}
      leftSection={<Icon name="search" size={14} />}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        keep(currentTarget.value)
      }}
      rightSection={
        typed !== '' && (
          <CloseButton size="xs" aria-label={say.clear} onClick={() => change({ [name]: '' })} />
        )
      }
    />
  )
}
