import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api/call.ts'
import { useSettings } from '../../api/use-settings.ts'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import { SecretsList } from './secrets-list.tsx'
import styles from './settings.module.css'
import { SETTINGS } from './settings-words.ts'

type Setting = Answer<'showSettings'>['items'][number]

/** Every setting in force with what it means, and which secrets the environment gives; never what they are. */
export function ConfigurationPanel() {
  const say = useWords(SETTINGS)
  const [typed, setTyped] = useState('')
  return (
    <Panel
      title={say.configuration}
      note={say.configurationNote}
      query={useSettings()}
      minHeight={400}
    >
      {({ items, variables, database }) => {
        const found = items.filter((setting) => isAbout(setting, typed))
        return (
          <>
            <TextInput
              className={styles.search ?? ''}
              size="xs"
              label={say.search}
              leftSection={<Icon name="search" size={14} />}
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            {found.length === 0 ? <p>{say.noSetting}</p> : <SettingsTable settings={found} />}
            <SecretsList variables={variables} database={database} />
          </>
        )
      }}
    </Panel>
  )
}

function isAbout({ path, description, value }: Setting, typed: string): boolean {
  const text = `${path} ${description ?? ''} ${toldValue(value)}`.toLowerCase()
  return text.includes(typed.trim().toLowerCase())
}

function SettingsTable({ settings }: { readonly settings: readonly Setting[] }) {
  const say = useWords(SETTINGS)
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say.setting}</th>
            <th scope="col">{say.value}</th>
            <th scope="col">{say.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {settings.map(({ path, value, isCut, description }) => (
            <tr key={path}>
              <th scope="row" className={styles.path}>
                <code>{path}</code>
              </th>
              <td className={styles.value}>
                {toldValue(value)}
                {isCut && <span className={styles.dim}> ({say.cut})</span>}
              </td>
              <td className={styles.meaning}>{description}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function toldValue(value: unknown): string {
  if (value === null || value === undefined) return '—'
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return value.length === 0 ? '[]' : value.join(', ')
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}
