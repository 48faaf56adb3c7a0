import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import styles from './panel.module.css'

interface Props {
  readonly children: ReactNode
}

/** Keeps a defect of one part from taking the page with it. */
export class FaultBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    if (!this.state.isBroken) return this.props.children
    return <Broken onRetry={() => this.setState({ isBroken: false })} />
  }
}

function Broken({ onRetry }: { readonly onRetry: () => void }) {
  const say = useWords(UI)
  return (
    <div className={styles.said} role="alert">
      <p className={styles.failed}>{say.broken}</p>
      <Button size="compact-sm" variant="default" onClick={onRetry}>
        {say.retry}
      </Button>
    </div>
  )
}
