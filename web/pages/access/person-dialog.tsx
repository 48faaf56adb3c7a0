import { Button, Group, Modal, Stack } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { type KnownPerson, useChangePerson, useOneTimePassword } from '../../api/use-access.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useWords } from '../../words/use-words.ts'
import { ACCESS } from './access-words.ts'
import { RightsFields } from './rights-fields.tsx'
import { SecretOnce } from './secret-once.tsx'

interface PersonDialogProps {
  /** Null while nobody is being changed. */
  readonly person: KnownPerson | null
  readonly onClose: () => void
}

/** Changes what a person may do, gives them a one-time password, or disables them. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const say = useWords(ACCESS)
  const [password, setPassword] = useState<string | null>(null)
  const close = () => {
    setPassword(null)
    onClose()
  }
  const name = person?.name ?? ''
  return (
    <Modal
      opened={person !== null}
      onClose={close}
      title={password === null ? say.changeOf(name) : say.oneTimeFor(name)}
      closeButtonProps={{ 'aria-label': say.close }}
      closeOnClickOutside={password === null}
    >
      {password !== null && <SecretOnce secret={password} onDone={close} />}
      {password === null && person && (
        <PersonForm key={person.id} person={person} onDone={close} onPassword={setPassword} />
      )}
    </Modal>
  )
}

interface PersonFormProps {
  readonly person: KnownPerson
  readonly onDone: () => void
  readonly onPassword: (password: string) => void
}

function PersonForm({ person, onDone, onPassword }: PersonFormProps) {
  const say = useWords(ACCESS)
  const change = useChangePerson()
  const oneTime = useOneTimePassword()
  const [rights, setRights] = useState({ role: person.role, sites: person.sites ?? [] })
  const { id, name, isDisabled } = person
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const sites = rights.sites.length === 0 ? null : [...rights.sites]
    change.mutate({ params: { id }, body: { role: rights.role, sites } }, { onSuccess: onDone })
  }
  const give = async () => onPassword((await oneTime.mutateAsync({ params: { id } })).password)
  const able = (isOff: boolean) =>
    change.mutateAsync({ params: { id }, body: { isDisabled: isOff } }).then(onDone, () => {}) // told by the alert above
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <ProblemAlert problem={change.error ?? oneTime.error} />
        <RightsFields
          rights={rights}
          onChange={({ role, sites }) => setRights({ role, sites: [...sites] })}
        />
        <Group justify="space-between" mt="xs">
          <Group gap="xs">
            <ConfirmButton
              variant="default"
              size="xs"
              question={say.oneTimeAsk(name)}
              consequence={say.oneTimeThen}
              onConfirm={give}
            >
              {say.oneTime}
            </ConfirmButton>
            {isDisabled ? (
              <Button variant="default" size="xs" onClick={() => void able(false)}>
                {say.enable}
              </Button>
            ) : (
              <ConfirmButton
                variant="default"
                size="xs"
                c="var(--m-bad)"
                question={say.disableAsk(name)}
                consequence={say.disableThen}
                onConfirm={() => able(true)}
              >
                {say.disable}
              </ConfirmButton>
            )}
          </Group>
          <Button type="submit" size="xs" loading={change.isPending}>
            {say.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
