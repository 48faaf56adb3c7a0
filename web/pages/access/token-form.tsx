import { Button, Checkbox, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import type { Permission } from '../../../src/contract/permission.ts'
import type { Answer } from '../../api/call.ts'
import { useMakeToken } from '../../api/use-access.ts'
import { useWho } from '../../api/use-session.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { PERMISSION_NAMES } from '../../words/role-words.ts'
import { useWords } from '../../words/use-words.ts'
import { ACCESS } from './access-words.ts'
import { SitesField } from './rights-fields.tsx'
import { PERMISSIONS } from './roles.ts'

const USUAL_DAYS = 90
const MOST_DAYS = 365

interface TokenFormProps {
  readonly onMade: (token: Answer<'makeToken'>) => void
}

/** Asks what a token is for, what it may, where and for how long. */
export function TokenForm({ onMade }: TokenFormProps) {
  const say = useWords(ACCESS)
  const may = useWords(PERMISSION_NAMES)
  const own = useWho()
  const make = useMakeToken()
  const [name, setName] = useState('')
  const [permissions, setPermissions] = useState<readonly Permission[]>(['read'])
  const [sites, setSites] = useState<readonly string[]>(own.sites ?? [])
  const [days, setDays] = useState<number>(USUAL_DAYS)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const asked = { name, permissions: [...permissions], expiresInDays: days }
    const body = { ...asked, sites: sites.length === 0 ? null : [...sites] }
    make.mutate({ body }, { onSuccess: onMade })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {say.makeTokenWhy}
        </Text>
        <ProblemAlert problem={make.error} />
        <TextInput
          label={say.tokenName}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          maxLength={100}
          required
          withAsterisk={false}
          data-autofocus
        />
        <Checkbox.Group
          label={say.permissions}
          value={[...permissions]}
          onChange={(chosen) =>
            setPermissions(PERMISSIONS.filter((permission) => chosen.includes(permission)))
          }
        >
          <Group gap="md" mt={6}>
            {PERMISSIONS.filter((each) => own.permissions.includes(each)).map((each) => (
              <Checkbox key={each} value={each} label={may[each]} size="xs" />
            ))}
          </Group>
        </Checkbox.Group>
        <SitesField sites={sites} onChange={setSites} />
        <NumberInput
          label={say.expiresInDays}
          value={days}
          onChange={(next) => setDays(Number(next))}
          min={1}
          max={MOST_DAYS}
          allowDecimal={false}
          hideControls
        />
        <Group justify="flex-end">
          <Button type="submit" loading={make.isPending} disabled={permissions.length === 0}>
            {say.makeToken}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
