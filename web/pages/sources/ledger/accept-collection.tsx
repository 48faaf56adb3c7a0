import { Button, Group, Modal, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { Answer } from '../../../api/call.ts'
import { useAcceptCollection } from '../../../api/use-sources.ts'
import { useFormat } from '../../../format/use-format.ts'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useWords } from '../../../words/use-words.ts'
import { LEDGER } from './ledger-words.ts'

type Held = Answer<'listCollections'>['items'][number]

/** Lets a held delivery pass in the name of whoever is signed in, with the reason they give. */
export function AcceptCollection({ collection }: { readonly collection: Held }) {
  const say = useWords(LEDGER)
  const format = useFormat()
  const { id, source, day, records, holds } = collection
  const [isOpen, { open, close }] = useDisclosure(false)
  const [reason, setReason] = useState('')
  const accept = useAcceptCollection()
  const confirm = () =>
    accept.mutate({ params: { id }, body: { reason: reason.trim() || null } }, { onSuccess: close })
  return (
    <>
      <Button size="compact-sm" onClick={open}>
        {say.accept}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={say.acceptTitle(source, format.day(day))}
        closeButtonProps={{ 'aria-label': say.cancel }}
        attributes={{ header: { role: 'none' } }}
      >
        {holds.map(({ code, text }) => (
          <Text key={code} size="sm" mb="xs" fw={600}>
            {text}
          </Text>
        ))}
        <Text size="sm" mb="md">
          {say.acceptMore(format.number(records))}
        </Text>
        <Textarea
          label={say.reasonLabel}
          value={reason}
          maxLength={1000}
          autosize
          minRows={2}
          data-autofocus
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <ProblemAlert problem={accept.error} isInline mt="sm" />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {say.cancel}
          </Button>
          <Button loading={accept.isPending} disabled={reason.trim() === ''} onClick={confirm}>
            {say.acceptYes}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
