import { useEffect, useRef } from 'react'

/** What each key does, by `KeyboardEvent.key`. */
export type Keys = Readonly<Record<string, () => void>>

/** Keys of a page. They do nothing while somebody types in a field, or where the browser has its own use of them. */
export function useKeys(keys: Keys, isOn = true): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent) => {
      const act = latest.current[event.key]
      if (!act || event.defaultPrevented || isElsewhere(event)) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isOn])
}

const TYPED_IN =
  'textarea, select, [contenteditable], [role=dialog], [role=menu], input:not([type=checkbox])'
const PRESSED = 'button, a, summary'

function isElsewhere({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true
  if (!(target instanceof Element)) return false
  if (target.closest(TYPED_IN) !== null) return true
  return key === 'Enter' && target.closest(PRESSED) !== null
}
