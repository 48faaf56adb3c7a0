/** What a page being opened was seen to do, in milliseconds since its address was asked for. */
export interface Watched {
  /** When what is asked for was painted; null before. */
  readonly there: number | null
  /** When no panel was waiting for its first answer any more; null before. */
  readonly whole: number | null
  /** Sum of layout shifts (CLS counts the worst window of them only). */
  readonly shift: number
  /** Work of the main thread that took more than 50 ms. */
  readonly longTasks: readonly { readonly from: number; readonly to: number }[]
  /** The first key pressed: when, when it was heard, and when what came of it was painted. */
  readonly firstInput: {
    readonly at: number
    readonly heardAt: number
    readonly paintedAt: number
  } | null
  readonly scripts: readonly {
    readonly path: string
    /** As it came over the line; 0 from the browser's cache. */
    readonly transferred: number
    readonly endedAt: number
  }[]
}

/** A script, run before any of the page's own, that writes down what the page does; `WATCHED` tells it. */
export function watching(there: string): string {
  return `(() => {
    const seen = { there: null, whole: null, shift: 0, longTasks: [], firstInput: null }
    const waiting = {}
    const until = (name) => new Promise((resolve) => { waiting[name] = resolve })
    window.__watched = { seen, there: until('there'), whole: until('whole') }
    const watch = (type, note) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
    watch('layout-shift', (shift) => { if (!shift.hadRecentInput) seen.shift += shift.value })
    watch('longtask', ({ startTime, duration }) =>
      seen.longTasks.push({ from: startTime, to: startTime + duration }))
    watch('first-input', ({ startTime, processingStart, duration }) => {
      seen.firstInput = { at: startTime, heardAt: processingStart, paintedAt: startTime + duration }
    })
    const found = new Set()
    const painted = (name) => {
      if (found.has(name)) return
      found.add(name)
      requestAnimationFrame(() => setTimeout(() => {
        seen[name] = performance.now()
        waiting[name]()
      }))
    }
    const look = () => {
      if (document.querySelector(${JSON.stringify(there)})) painted('there')
      const isWhole = document.querySelector('main section') && !document.querySelector('main [aria-busy=true]')
      if (isWhole) painted('whole')
      if (found.size === 2) observer.disconnect()
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] })
  })()`
}

/** In a page, a promise of what was waited for being painted. */
export const IS_THERE = 'window.__watched.there'
/** In a page, a promise of all its panels being filled. */
export const IS_WHOLE = 'window.__watched.whole'

/** Gives what was written down, a `Watched`. */
export const WATCHED = `({
  ...window.__watched.seen,
  scripts: performance.getEntriesByType('resource')
    .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
    .map(({ name, transferSize, responseEnd }) => ({
      path: new URL(name).pathname, transferred: transferSize, endedAt: responseEnd,
    })),
})`
