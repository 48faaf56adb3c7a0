import { ActionIcon, Popover, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import { Icon } from './icon.tsx'

interface ExplainProps {
  /** What is explained, as the button is named for those who do not see it. */
  readonly what: string
  readonly children: ReactNode
}

/** A small button that opens what a figure or a link rests on. */
export function Explain({ what, children }: ExplainProps) {
  const say = useWords(UI)
  return (
    <Popover width={320} position="bottom-start" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={20} variant="subtle" color="gray" aria-label={say.explain(what)}>
          <Icon name="question" size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text component="div" size="sm">
          {children}
        </Text>
      </Popover.Dropdown>
    </Popover>
  )
}
