import { Link } from '@tanstack/react-router'
import { useWho } from '../api/use-session.ts'
import { Icon } from '../ui/icon.tsx'
import { SHELL } from '../words/shell-words.ts'
import { useWords } from '../words/use-words.ts'
import { PAGES } from './page-list.ts'
import styles from './shell.module.css'

const GROUPS = ['look', 'act', 'measure', 'manage'] as const

interface NavigationProps {
  readonly onGo?: () => void
}

/** The pages that the person may see, in groups. */
export function Navigation({ onGo }: NavigationProps) {
  const say = useWords(SHELL)
  const { permissions } = useWho()
  const pages = PAGES.filter(({ needs }) => permissions.includes(needs))
  return (
    <nav aria-label={say.navigation}>
      {GROUPS.map((group) => (
        <div key={group}>
          <div className={styles.group} id={`nav-${group}`}>
            {say[group]}
          </div>
          <ul className={styles.list} aria-labelledby={`nav-${group}`}>
            {pages
              .filter(({ nav }) => nav?.group === group)
              .map(({ path, word, nav }) => (
                <li key={path}>
                  <Link
                    to={path}
                    className={styles.link}
                    activeOptions={{ exact: path === '/', includeSearch: false }}
                    onClick={onGo}
                  >
                    {nav && <Icon name={nav.icon} />}
                    {`${say[word]}`}
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
