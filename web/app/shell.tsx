import { ActionIcon, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Outlet } from '@tanstack/react-router'
import { useRef } from 'react'
import { Icon } from '../ui/icon.tsx'
import { SHELL } from '../words/shell-words.ts'
import { useWords } from '../words/use-words.ts'
import { AccountMenu } from './account-menu.tsx'
import { Brand } from './brand.tsx'
import { Navigation } from './navigation.tsx'
import styles from './shell.module.css'
import { useFocusOnPage } from './use-focus-on-page.ts'

/** What surrounds every page: the navigation, who is signed in, and a way past both. */
export function Shell() {
  const say = useWords(SHELL)
  const main = useRef<HTMLElement>(null)
  const [isOpen, { open, close }] = useDisclosure(false)
  useFocusOnPage(main)
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {say.skip}
      </a>
      <header className={styles.top}>
        <div className={styles.brand}>
          <Brand />
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={say.openMenu}
          onClick={open}
        >
          <Icon name="menu" />
        </ActionIcon>
      </header>
      <header className={styles.side}>
        <div className={styles.brand}>
          <Brand />
        </div>
        <Navigation />
        <AccountMenu />
      </header>
      <Drawer
        opened={isOpen}
        onClose={close}
        size="16rem"
        title="Muster"
        closeButtonProps={{ 'aria-label': say.closeMenu }}
      >
        <Navigation onGo={close} />
        <AccountMenu />
      </Drawer>
      <main className={styles.main} id="content" ref={main} tabIndex={-1}>
        <div className={styles.inner}>
          <Outlet />
        </div>
      </main>
    </div>
  )
}
