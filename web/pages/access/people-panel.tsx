import { Button } from '@mantine/core'
import { useState } from 'react'
import { type KnownPerson, usePeople } from '../../api/use-access.ts'
import { useWho } from '../../api/use-session.ts'
import { useFormat } from '../../format/use-format.ts'
import { Explain } from '../../ui/explain.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ROLE_NAMES } from '../../words/role-words.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './access.module.css'
import { ACCESS } from './access-words.ts'
import { PersonDialog } from './person-dialog.tsx'

/** Everybody who may sign in, what they may do and where, and when they last came. */
export function PeoplePanel() {
  const say = useWords(ACCESS)
  const { number } = useFormat()
  const query = usePeople()
  const [open, setOpen] = useState<number | null>(null)
  const person = query.data?.items.find(({ id }) => id === open) ?? null
  return (
    <Panel
      title={say.people}
      note={query.data && number(query.data.total)}
      query={query}
      minHeight={170}
      empty={({ total }) => (total === 0 ? say.nobody : null)}
    >
      {({ items }) => (
        <>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{say.name}</th>
                  <th scope="col">{say.role}</th>
                  <th scope="col">{say.sites}</th>
                  <th scope="col">
                    <span className={styles.withWhy}>
                      {say.lastSignIn} <Explain what={say.lastSignIn}>{say.lastSignInWhy}</Explain>
                    </span>
                  </th>
                  <th scope="col">{say.since}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {items.map((each) => (
                  <PersonRow key={each.id} person={each} onOpen={() => setOpen(each.id)} />
                ))}
              </tbody>
            </table>
          </div>
          <PersonDialog person={person} onClose={() => setOpen(null)} />
        </>
      )}
    </Panel>
  )
}

interface PersonRowProps {
  readonly person: KnownPerson
  readonly onOpen: () => void
}

function PersonRow({ person, onOpen }: PersonRowProps) {
  const say = useWords(ACCESS)
  const role = useWords(ROLE_NAMES)
  const { instant } = useFormat()
  const { name } = useWho()
  return (
    <tr className={person.isDisabled ? styles.off : undefined}>
      <th scope="row">
        {person.name}
        {person.name === name && <span className={styles.note}>{say.you}</span>}
        {person.isDisabled && <span className={styles.note}>{say.disabled}</span>}
        {person.mustChangePassword && <span className={styles.note}>{say.mustChange}</span>}
      </th>
      <td data-label={say.role}>{role[person.role]}</td>
      <td data-label={say.sites} className={styles.wrap}>
        {person.sites?.join(', ') ?? say.allSites}
      </td>
      <td data-label={say.lastSignIn}>
        {person.lastSignInAt === null ? say.notLately : instant(person.lastSignInAt)}
      </td>
      <td data-label={say.since}>{instant(person.createdAt)}</td>
      <td>
        <Button
          variant="default"
          size="compact-xs"
          aria-label={say.changeOf(person.name)}
          onClick={onOpen}
        >
          {say.change}
        </Button>
      </td>
    </tr>
  )
}
