import { useRouter } from '@tanstack/react-router'
import { type RefObject, useEffect } from 'react'

/** Moves focus to the heading of a page when another one is opened, so that it is read aloud and Tab goes on there. */
export function useFocusOnPage(main: RefObject<HTMLElement | null>): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || fromLocation === undefined) return
        const heading = main.current?.querySelector('h1') ?? main.current
        heading?.focus({ preventScroll: true })
      }),
    [router, main],
  )
}
