import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { useLocation, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useDeleteView, useSaveView, useViews } from '../api/use-views.ts'
import { useWords } from '../words/use-words.ts'
import { VIEWS } from '../words/view-words.ts'
import { Icon } from './icon.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './saved-views.module.css'

/** The views that a person saved of this page: opens one, saves the filters that are set, deletes one. */
export function SavedViews() {
  const say = useWords(VIEWS)
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      {...{ opened: isOpen, onChange: setOpen, position: 'bottom-end', width: 300 }}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="reports" size={14} />}
          onClick={() => setOpen((before) => !before)}
        >
          {say.views}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ViewList onGo={() => setOpen(false)} />
        <ViewForm />
      </Popover.Dropdown>
    </Popover>
  )
}

function ViewList({ onGo }: { readonly onGo: () => void }) {
  const say = useWords(VIEWS)
  const { pathname } = useLocation()
  const router = useRouter()
  const { data, error } = useViews()
  const remove = useDeleteView()
  const here = data?.items.filter(({ path }) => path === pathname) ?? []
  if (here.length === 0) {
    if (error) return <ProblemAlert problem={error} isInline mb="sm" />
    return <p className={styles.none}>{say.none}</p>
  }
  return (
    <>
      <ul className={styles.views}>
        {here.map(({ name, path, search }) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                onGo()
                router.history.push(path + search)
              }}
            >
              {name}
            </button>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={say.delete(name)}
              onClick={() => remove.mutate({ params: { name } })}
            >
              <Icon name="close" size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <ProblemAlert problem={remove.error} isInline mb="sm" />
    </>
  )
}

function ViewForm() {
  const say = useWords(VIEWS)
  const { pathname, searchStr } = useLocation()
  const [name, setName] = useState('')
  const save = useSaveView()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const params = { name: name.trim() }
    if (params.name === '') return
    save.mutate(
      { params, body: { path: pathname, search: searchStr } },
      { onSuccess: () => setName('') },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        size="xs"
        label={say.name}
        maxLength={100}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={save.isPending} disabled={name.trim() === ''}>
        {say.save}
      </Button>
      <ProblemAlert problem={save.error} isInline />
    </form>
  )
}
