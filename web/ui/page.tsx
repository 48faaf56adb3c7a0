import { type ReactNode, useEffect } from 'react'
import styles from './page.module.css'

interface PageProps {
  readonly title: string
  /** Said beside the title: of which day, how old; its place is kept while it is not known. */
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The frame of every page: its one heading, which focus goes to when it is opened, and the browser's title. */
export function Page(props: PageProps) {
  const { title, note, actions, children } = props
  useEffect(() => {
    document.title = `${title} · Muster`
  }, [title])
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 tabIndex={-1}>{title}</h1>
        {'note' in props && <span className={styles.note}>{note}</span>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}
