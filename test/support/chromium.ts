import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']

/** A Chromium for the tests of the web app, or null when this machine has none. */
export function findChromium(environment: NodeJS.ProcessEnv): string | null {
  const { MUSTER_TEST_CHROMIUM: given, PATH = '' } = environment
  if (given) return isExecutable(given) ? given : null
  const folders = [...PATH.split(delimiter).filter(Boolean), ...USUAL_FOLDERS]
  return (
    folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable) ?? null
  )
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
