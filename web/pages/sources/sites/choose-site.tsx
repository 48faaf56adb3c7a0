import { Autocomplete, Button, Group, Modal, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useMapSite, useSites } from '../../../api/use-site-map.ts'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useWords } from '../../../words/use-words.ts'
import { SITES } from './sites-words.ts'

interface ChooseSiteProps {
  readonly organisation: string
  readonly name: string
}

/** Says of an organisation at which site it is, one there is or a new one, and why. */
export function ChooseSite({ organisation, name }: ChooseSiteProps) {
  const say = useWords(SITES)
  const [isOpen, { open, close }] = useDisclosure(false)
  const [site, setSite] = useState('')
  const [reason, setReason] = useState('')
  const map = useMapSite()
  const sites = useSites().data?.items.map((each) => each.name) ?? []
  const chosen = site.trim()
  const isNew = !sites.includes(chosen)
  const confirm = () =>
    map.mutate(
      { body: { organisation, site: chosen, isNew, reason: reason.trim() || null } },
      { onSuccess: close },
    )
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={open}>
        {say.choose}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={say.chooseTitle(name)}
        closeButtonProps={{ 'aria-label': say.cancel }}
        attributes={{ header: { role: 'none' } }}
      >
        <Autocomplete
          label={say.site}
          description={say.siteHelp}
          data={sites}
          value={site}
          onChange={setSite}
          limit={20}
          maxLength={255}
          data-autofocus
        />
        <TextInput
          mt="sm"
          label={say.reason}
          maxLength={2000}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <ProblemAlert problem={map.error} isInline mt="sm" />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {say.cancel}
          </Button>
          <Button loading={map.isPending} disabled={chosen === ''} onClick={confirm}>
            {isNew && chosen !== '' ? say.make : say.say}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
