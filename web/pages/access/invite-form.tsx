import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import type { Answer } from '../../api/call.ts'
import { useInvite } from '../../api/use-access.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useWords } from '../../words/use-words.ts'
import { ACCESS } from './access-words.ts'
import { type ChosenRights, RightsFields } from './rights-fields.tsx'

interface InviteFormProps {
  readonly onMade: (invitation: Answer<'invite'>) => void
}

/** Asks who is invited, as what, and where. */
export function InviteForm({ onMade }: InviteFormProps) {
  const say = useWords(ACCESS)
  const invite = useInvite()
  const [name, setName] = useState('')
  const [rights, setRights] = useState<ChosenRights>({ role: 'viewer', sites: [] })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { role, sites } = rights
    const body = { name, role, sites: sites.length === 0 ? null : [...sites] }
    invite.mutate({ body }, { onSuccess: onMade })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {say.inviteWhy}
        </Text>
        <ProblemAlert problem={invite.error} />
        <TextInput
          label={say.name}
          description={say.nameHint}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
        />
        <RightsFields rights={rights} onChange={setRights} />
        <Group justify="flex-end">
          <Button type="submit" loading={invite.isPending}>
            {say.makeLink}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
