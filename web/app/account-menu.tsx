import {
  ActionIcon,
  Button,
  Menu,
  Modal,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { use } from 'react'
import { useSignOut, useWho } from '../api/use-session.ts'
import { Icon } from '../ui/icon.tsx'
import { SHELL } from '../words/shell-words.ts'
import { LanguageContext, useWords } from '../words/use-words.ts'
import { PasswordForm } from './password-form.tsx'
import styles from './shell.module.css'

/** Who is signed in, their language and light, and the way out. */
export function AccountMenu() {
  const say = useWords(SHELL)
  const { name } = useWho()
  const { language, change } = use(LanguageContext)
  const signOut = useSignOut()
  const scheme = useComputedColorScheme('light')
  const { setColorScheme } = useMantineColorScheme()
  const [isChanging, { open, close }] = useDisclosure(false)
  const other = scheme === 'dark' ? 'light' : 'dark'
  return (
    <div className={styles.foot}>
      <Menu position="top-start" width={220}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            c="var(--mantine-color-text)"
            leftSection={<Icon name="person" size={16} />}
          >
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={say.account}>
          <Menu.Item
            lang={language === 'en' ? 'es' : 'en'}
            onClick={() => change(language === 'en' ? 'es' : 'en')}
          >
            {say.otherLanguage}
          </Menu.Item>
          <Menu.Item onClick={open}>{say.changePassword}</Menu.Item>
          <Menu.Item component="a" href="/docs">
            {say.documentation}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => signOut.mutate()}>{say.signOut}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        ml="auto"
        aria-label={other === 'dark' ? say.toDark : say.toLight}
        onClick={() => setColorScheme(other)}
      >
        <Icon name={other === 'dark' ? 'moon' : 'sun'} />
      </ActionIcon>
      <Modal
        opened={isChanging}
        onClose={close}
        title={say.changePassword}
        closeButtonProps={{ 'aria-label': say.closeMenu }}
      >
        <PasswordForm name={name} onDone={close} />
      </Modal>
    </div>
  )
}
