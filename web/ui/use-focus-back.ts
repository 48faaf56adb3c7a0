import { useEffect, useRef } from 'react'

/** Gives the focus back to what had it when this came, once this goes: for a dialog that is there only while it is open. */
export function useFocusBack(): void {
  const before = useRef(document.activeElement)
  useEffect(() => {
    const { current } = before
    return () => {
      // once the page behind may be reached again
      if (current instanceof HTMLElement) setTimeout(() => current.focus({ preventScroll: true }))
    }
  }, [])
}
