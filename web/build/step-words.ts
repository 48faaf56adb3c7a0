import type { Plugin } from 'vite'
import { STEP_WORDS } from '../../src/language/step-words.ts'

const NAME = 'virtual:step-words'
const RESOLVED = `\0${NAME}`

/** Gives the web app the words a terminal has for the steps of a run, so that they are written once. */
export function stepWords(): Plugin {
  return {
    name: 'muster-step-words',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    load: (id) => (id === RESOLVED ? `export const STEPS = ${JSON.stringify(STEP_WORDS)}` : null),
  }
}
