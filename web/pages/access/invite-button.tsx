import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useWords } from '../../words/use-words.ts'
import { ACCESS } from './access-words.ts'
import { InviteForm } from './invite-form.tsx'
import { SecretOnce } from './secret-once.tsx'

/** Invites somebody, and shows the link to hand over this once. */
export function InviteButton() {
  const say = useWords(ACCESS)
  const [isOpen, { open, close }] = useDisclosure(false)
  const [made, setMade] = useState<{ name: string; token: string } | null>(null)
  const start = () => {
    setMade(null)
    open()
  }
  return (
    <>
      <Button size="compact-sm" onClick={start}>
        {say.invite}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={made ? say.linkFor(made.name) : say.invite}
        closeButtonProps={{ 'aria-label': say.close }}
        closeOnClickOutside={made === null}
      >
        {made ? (
          <SecretOnce
            secret={`${window.location.origin}/invitation#${made.token}`}
            onDone={close}
          />
        ) : (
          <InviteForm onMade={setMade} />
        )}
      </Modal>
    </>
  )
}
