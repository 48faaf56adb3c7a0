import { MultiSelect, NativeSelect } from '@mantine/core'
import type { Role } from '../../../src/contract/permission.ts'
import { useSiteNames } from '../../api/use-access.ts'
import { ROLE_MEANINGS, ROLE_NAMES } from '../../words/role-words.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './access.module.css'
import { ACCESS } from './access-words.ts'
import { ROLES } from './roles.ts'

/** What a person may do and where; no sites are all of them. */
export interface ChosenRights {
  readonly role: Role
  readonly sites: readonly string[]
}

interface RightsFieldsProps {
  readonly rights: ChosenRights
  readonly onChange: (rights: ChosenRights) => void
}

/** Chooses a role and, for others than administrators, the sites it is for. */
export function RightsFields({ rights, onChange }: RightsFieldsProps) {
  const say = useWords(ACCESS)
  const names = useWords(ROLE_NAMES)
  const meanings = useWords(ROLE_MEANINGS)
  const { role, sites } = rights
  return (
    <>
      <NativeSelect
        label={say.role}
        value={role}
        data={ROLES.map((value) => ({ value, label: names[value] }))}
        onChange={({ currentTarget }) => {
          const next = ROLES.find((each) => each === currentTarget.value) ?? role
          onChange({ role: next, sites: next === 'administrator' ? [] : sites })
        }}
      />
      <p className={styles.meaning}>{meanings[role]}</p>
      {role === 'administrator' ? (
        <p className={styles.meaning}>{say.everywhere}</p>
      ) : (
        <SitesField sites={sites} onChange={(next) => onChange({ role, sites: next })} />
      )}
    </>
  )
}

interface SitesFieldProps {
  readonly sites: readonly string[]
  readonly onChange: (sites: string[]) => void
}

/** Chooses sites by name; none chosen means all. */
export function SitesField({ sites, onChange }: SitesFieldProps) {
  const say = useWords(ACCESS)
  const known = useSiteNames().data?.items.map(({ name }) => name) ?? []
  return (
    <MultiSelect
      label={say.limitSites}
      description={say.limitSitesHint}
      data={[...new Set([...known, ...sites])]}
      value={[...sites]}
      onChange={onChange}
      searchable
      clearable
      limit={50}
      comboboxProps={{ withinPortal: true }}
    />
  )
}
