/** Colours of the theme that is on, for what is drawn on a canvas. */
export function chartColors() {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    text: colour('--mantine-color-text'),
    dim: colour('--mantine-color-dimmed'),
    line: colour('--m-line'),
    surface: colour('--m-surface'),
    accent: colour('--m-accent'),
    good: colour('--m-good'),
    bad: colour('--m-bad'),
    warn: colour('--m-warn'),
    low: colour('--m-low'),
  }
}

/** Colours by what they are for. */
export type ChartColors = ReturnType<typeof chartColors>
