import { Link } from '@tanstack/react-router'
import type { Step } from './bridge-steps.ts'
import styles from './compare.module.css'
import { addressOfStep } from './step-address.ts'
import type { Compared } from './use-compared.ts'

interface BridgeBarsProps {
  readonly steps: readonly Step[]
  readonly names: readonly string[]
  readonly told: readonly string[]
  readonly compared: Compared
}

/** The bars of a bridge as links, for those who do not point at a picture. */
export function BridgeBars({ steps, names, told, compared }: BridgeBarsProps) {
  return (
    <ol className={styles.bars}>
      {steps.map((step, at) => (
        <li key={step.name} data-step={step.name}>
          <Link
            {...addressOfStep(step, compared)}
            resetScroll={false}
            aria-current={step.name === compared.term ? 'true' : undefined}
            className={styles.bar}
          >
            <span>{names[at]}</span>
            <strong>{told[at]}</strong>
          </Link>
        </li>
      ))}
    </ol>
  )
}
