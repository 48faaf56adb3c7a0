import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useWords } from '../../words/use-words.ts'
import { ACCESS } from './access-words.ts'
import { SecretOnce } from './secret-once.tsx'
import { TokenForm } from './token-form.tsx'

/** Makes a token, and shows its secret this once. */
export function MakeTokenButton() {
  const say = useWords(ACCESS)
  const [isOpen, { open, close }] = useDisclosure(false)
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null)
  const start = () => {
    setMade(null)
    open()
  }
  return (
    <>
      <Button size="compact-sm" onClick={start}>
        {say.makeToken}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={made ? say.tokenFor(made.name) : say.makeToken}
        closeButtonProps={{ 'aria-label': say.close }}
        closeOnClickOutside={made === null}
      >
        {made ? <SecretOnce secret={made.secret} onDone={close} /> : <TokenForm onMade={setMade} />}
      </Modal>
    </>
  )
}
