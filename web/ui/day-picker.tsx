import { CloseButton, Group, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'

interface DayPickerProps {
  readonly label: string
  /** A day, or '' for none. */
  readonly value: string
  readonly onChange: (day: string) => void
  readonly min?: string
  readonly max?: string
  /** The day that is meant where none is chosen; it is shown then, and nothing is there to clear. */
  readonly usual?: string
}

/** A year that is still being typed begins with noughts. */
const EARLIEST = '1000-01-01'

/** Picks a day; it stays the text it is, so no time zone moves it. The browser's own picker knows the keyboard. */
export function DayPicker({ label, value: chosen, onChange, min, max, usual }: DayPickerProps) {
  const say = useWords(UI)
  const value = chosen === '' ? (usual ?? '') : chosen
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const take = ({ value: next, validity }: HTMLInputElement) => {
    setTyped(next)
    if (next === '' ? !validity.badInput : validity.valid && next >= EARLIEST) onChange(next)
  }
  return (
    <Group gap={4} align="end" wrap="nowrap">
      <TextInput
        type="date"
        size="xs"
        label={label}
        value={typed}
        min={min}
        max={max}
        onChange={({ currentTarget }) => take(currentTarget)}
      />
      {value !== (usual ?? '') && (
        <CloseButton size={30} aria-label={`${say.clear}: ${label}`} onClick={() => onChange('')} />
      )}
    </Group>
  )
}
