import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const PINE: MantineColorsTuple = [
  ...(['#e8f5f4', '#d0e9e7', '#a3d3cf', '#72bcb6', '#4aa8a1', '#2b9389'] as const),
  ...(['#0f7a72', '#0f6b65', '#0c5853', '#084641'] as const),
]
const NIGHT: MantineColorsTuple = [
  ...(['#e4eaed', '#b8c4ca', '#a3b0b8', '#5b6a73', '#3d4a52'] as const),
  ...(['#29333a', '#1d2528', '#151b1e', '#0e1315', '#0a0e10'] as const),
]
const FONT = 'Inter, "Segoe UI", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", sans-serif'
const MONO = 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, "DejaVu Sans Mono", monospace'

/** Calm and dense: small type, hairlines in place of shadows, one colour of our own. */
export const THEME = createTheme({
  colors: { pine: PINE, dark: NIGHT },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 7 },
  fontFamily: FONT,
  fontFamilyMonospace: MONO,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontFamily: FONT,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
})

/** Colours by what they are for; text in each is readable on every surface (WCAG AA). */
export const VARIABLES: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#566069',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1a2228',
    '--m-page': '#f5f7f8',
    '--m-surface': '#ffffff',
    '--m-raised': '#f0f3f4',
    '--m-line': '#dfe4e7',
    '--m-line-strong': '#c3cbd0',
    '--m-accent': '#0c5f59',
    '--m-good': '#1a6b3c',
    '--m-warn': '#8a4b00',
    '--m-bad': '#b3261e',
    '--m-critical': '#9b1c31',
    '--m-high': '#b3470b',
    '--m-medium': '#8a6100',
    '--m-low': '#4c5f73',
  },
  dark: {
    '--mantine-color-dimmed': '#a3b0b8',
    '--mantine-color-body': '#141a1d',
    '--mantine-color-text': '#e4eaed',
    '--m-page': '#0e1315',
    '--m-surface': '#151b1e',
    '--m-raised': '#1d2528',
    '--m-line': '#29333a',
    '--m-line-strong': '#3d4a52',
    '--m-accent': '#5fc4ba',
    '--m-good': '#6fcf97',
    '--m-warn': '#f0b35b',
    '--m-bad': '#ff8a80',
    '--m-critical': '#ff8095',
    '--m-high': '#ff9d5c',
    '--m-medium': '#e6c04a',
    '--m-low': '#a8bccf',
  },
})
