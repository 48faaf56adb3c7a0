import { Button } from '@mantine/core'
import { type ReactNode, use, useEffect } from 'react'
import { SHELL } from '../words/shell-words.ts'
import { SIGN_IN } from '../words/sign-in-words.ts'
import { LanguageContext, useWords } from '../words/use-words.ts'
import { Brand } from './brand.tsx'
import styles from './entrance.module.css'

interface EntranceProps {
  readonly title: string
  readonly children: ReactNode
}

/** What surrounds the forms one sees before the app itself. */
export function Entrance({ title, children }: EntranceProps) {
  const say = useWords({ ...SHELL, ...SIGN_IN })
  const { language, change } = use(LanguageContext)
  useEffect(() => {
    document.title = `${title} · Muster`
  }, [title])
  return (
    <main className={styles.page}>
      <div>
        <div className={styles.card}>
          <div className={styles.brand}>
            <Brand />
          </div>
          <p className={styles.slogan}>{say.slogan}</p>
          <h1>{title}</h1>
          {children}
        </div>
        <div className={styles.foot}>
          <Button
            variant="subtle"
            size="compact-sm"
            lang={language === 'en' ? 'es' : 'en'}
            onClick={() => change(language === 'en' ? 'es' : 'en')}
          >
            {say.otherLanguage}
          </Button>
        </div>
      </div>
    </main>
  )
}
