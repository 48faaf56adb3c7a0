import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { chooseLanguage, type Language, spokenLanguage } from '../api/spoken-language.ts'
import { LanguageContext } from '../words/use-words.ts'

/** Holds the language of the screen; what the server says in words is asked for anew when it changes. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(spokenLanguage)
  const client = useQueryClient()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const value = useMemo(
    () => ({
      language,
      change: (next: Language) => {
        chooseLanguage(next)
        setLanguage(next)
        void client.invalidateQueries()
      },
    }),
    [language, client],
  )
  return <LanguageContext value={value}>{children}</LanguageContext>
}
