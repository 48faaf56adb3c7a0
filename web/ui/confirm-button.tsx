import { Button, type ButtonProps, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { ApiProblem } from '../api/api-problem.ts'
import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import { ProblemAlert } from './problem-alert.tsx'

interface ConfirmButtonProps extends ButtonProps {
  readonly children: ReactNode
  /** The question, and what follows from saying yes. */
  readonly question: string
  readonly consequence: ReactNode
  /** The word on the button that does it; that of the first button unless given. */
  readonly yes?: ReactNode
  readonly onConfirm: () => unknown
}

/** A button for what cannot be taken back lightly: it asks first, and focus comes back to it. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { children, question, consequence, yes = children, onConfirm, ...button } = props
  const [isOpen, { open, close }] = useDisclosure(false)
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ApiProblem | null>(null)
  const say = useWords(UI)
  const confirm = async () => {
    setBusy(true)
    setFailed(null)
    try {
      await onConfirm()
      close()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button {...button} onClick={open}>
        {children}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={question}
        closeButtonProps={{ 'aria-label': say.cancel }}
      >
        <Text component="div" size="sm" mb="lg">
          {consequence}
        </Text>
        <ProblemAlert problem={failed} isInline mb="sm" />
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {say.cancel}
          </Button>
          <Button color={button.color} loading={isBusy} onClick={() => void confirm()}>
            {yes}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
