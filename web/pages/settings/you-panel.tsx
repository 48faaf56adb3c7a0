import { Button, Modal, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { use } from 'react'
import { useSession } from '../../api/use-session.ts'
import { PasswordForm } from '../../app/password-form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ROLE_NAMES } from '../../words/role-words.ts'
import { LanguageContext, useWords } from '../../words/use-words.ts'
import styles from './settings.module.css'
import { SETTINGS } from './settings-words.ts'

const SCHEMES = ['light', 'dark', 'auto'] as const

/** Who is signed in, and how this browser shows things. */
export function YouPanel() {
  const say = useWords(SETTINGS)
  const roles = useWords(ROLE_NAMES)
  const { language, change } = use(LanguageContext)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [isChanging, { open, close }] = useDisclosure(false)
  const session = useSession()
  const name = session.data?.name ?? ''
  return (
    <Panel title={say.you} note={name} query={session} minHeight={170}>
      {(who) => (
        <>
          <dl className={styles.pairs}>
            <div>
              <dt>{say.role}</dt>
              <dd>{who?.role ? roles[who.role] : ''}</dd>
            </div>
            <div>
              <dt>{say.sites}</dt>
              <dd>{who?.sites?.join(', ') ?? say.allSites}</dd>
            </div>
            <div>
              <dt>{say.language}</dt>
              <dd>
                <SegmentedControl
                  size="xs"
                  aria-label={say.language}
                  value={language}
                  onChange={(next) => change(next === 'es' ? 'es' : 'en')}
                  data={[
                    { value: 'en', label: 'English' },
                    { value: 'es', label: 'Español' },
                  ]}
                />
              </dd>
            </div>
            <div>
              <dt>{say.theme}</dt>
              <dd>
                <SegmentedControl
                  size="xs"
                  aria-label={say.theme}
                  value={colorScheme}
                  onChange={(next) =>
                    setColorScheme(SCHEMES.find((scheme) => scheme === next) ?? 'auto')
                  }
                  data={SCHEMES.map((value) => ({ value, label: say[value] }))}
                />
              </dd>
            </div>
          </dl>
          <Button variant="default" size="compact-sm" mt="sm" onClick={open}>
            {say.changePassword}
          </Button>
          <Modal
            opened={isChanging}
            onClose={close}
            title={say.changePassword}
            closeButtonProps={{ 'aria-label': say.close }}
          >
            <PasswordForm name={name} onDone={close} />
          </Modal>
        </>
      )}
    </Panel>
  )
}
