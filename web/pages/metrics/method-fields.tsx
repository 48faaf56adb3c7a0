import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { Method } from '../../api/use-metrics.ts'
import { useFilters } from '../../ui/use-filters.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './metrics.module.css'
import { METRICS } from './metrics-words.ts'

interface Parameter {
  readonly name:
    | 'weeks'
    | 'threshold'
    | 'window'
    | 'min_periods'
    | 'trees'
    | 'contamination'
    | 'length'
  readonly min: number
  readonly max: number
  readonly step: number
  /** What holds unless given; nothing where the method decides. */
  readonly usual: string
}

/** The parameters each method takes, as the API bounds them. */
const PARAMETERS: Readonly<Record<Method, readonly Parameter[]>> = {
  robust: [
    { name: 'weeks', min: 4, max: 52, step: 1, usual: '8' },
    { name: 'threshold', min: 0.1, max: 100, step: 0.1, usual: '3.5' },
  ],
  rolling: [
    { name: 'window', min: 2, max: 365, step: 1, usual: '7' },
    { name: 'threshold', min: 0.1, max: 100, step: 0.1, usual: '3' },
    { name: 'min_periods', min: 2, max: 365, step: 1, usual: '' },
  ],
  forest: [
    { name: 'trees', min: 100, max: 200, step: 1, usual: '200' },
    { name: 'contamination', min: 0.001, max: 0.5, step: 0.001, usual: '' },
  ],
  shape: [
    { name: 'length', min: 4, max: 90, step: 1, usual: '7' },
    { name: 'threshold', min: 0.1, max: 100, step: 0.1, usual: '4' },
  ],
}
const METHODS = ['robust', 'rolling', 'forest', 'shape'] as const
const DIRECTIONS = ['both', 'high', 'low'] as const

/** The method the address names with its parameters; the seasonal one where it names none. */
export function useAskedMethod() {
  const { filters } = useFilters()
  const method = METHODS.find((each) => each === filters.method) ?? 'robust'
  const names = [...PARAMETERS[method].map(({ name }) => name), 'direction']
  const parameters = Object.fromEntries(
    names.flatMap((name) => (filters[name] ? [[name, String(filters[name])]] : [])),
  )
  return { method, parameters }
}

/** Chooses how odd days are looked for. */
export function MethodFields() {
  const say = useWords(METRICS)
  const { filters, change } = useFilters()
  const { method } = useAskedMethod()
  const choose = (next: string) => {
    const dropped = PARAMETERS[method].map(({ name }) => [name, ''])
    change({ ...Object.fromEntries(dropped), method: next === 'robust' ? '' : next })
  }
  return (
    <>
      <div className={styles.fields}>
        <NativeSelect
          size="xs"
          label={say.method}
          value={method}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={METHODS.map((value) => ({ value, label: say[value] }))}
        />
        {PARAMETERS[method].map(({ name, usual, ...bounds }) => (
          <NumberField key={`${method} ${name}`} {...{ name, usual, bounds }} label={say[name]} />
        ))}
        <NativeSelect
          size="xs"
          label={say.direction}
          value={filters.direction || 'both'}
          onChange={({ currentTarget }) =>
            change({ direction: currentTarget.value === 'both' ? '' : currentTarget.value })
          }
          data={DIRECTIONS.map((value) => ({ value, label: say[value] }))}
        />
      </div>
      <p className={styles.dim}>{say[`${method}What`]}</p>
    </>
  )
}

interface NumberFieldProps {
  readonly name: string
  readonly label: string
  readonly usual: string
  readonly bounds: { readonly min: number; readonly max: number; readonly step: number }
}

const TYPING_MS = 400

/** A number that stands in the address once it lies within its bounds. */
export function NumberField({ name, label, usual, bounds }: NumberFieldProps) {
  const { filters, change } = useFilters()
  const kept = filters[name] === undefined ? '' : String(filters[name])
  const [typed, setTyped] = useState(kept)
  useEffect(() => setTyped(kept), [kept])
  const number = Number(typed)
  const isFit = typed === '' || (number >= bounds.min && number <= bounds.max)
  const keep = useDebouncedCallback((value: string) => change({ [name]: value }), TYPING_MS)
  return (
    <TextInput
      type="number"
      size="xs"
      w={104}
      {...{ label, ...bounds }}
      placeholder={usual}
      value={typed}
      error={isFit ? undefined : `${bounds.min} – ${bounds.max}`}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        if (value === '' || (Number(value) >= bounds.min && Number(value) <= bounds.max))
          keep(value)
      }}
    />
  )
}
