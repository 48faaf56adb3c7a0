import { FIRST_CONFIG } from '../../src/cli/first-config-text.ts'
import { loadConfig } from '../../src/config.ts'
import { damagedYaml } from '../inputs/damaged-yaml.ts'
import type { OpenFunction } from '../target.ts'
import { endingOf } from './ending.ts'

/** The first configuration with its comments taken off is a setting of everything. */
const CORPUS = [
  FIRST_CONFIG.en,
  FIRST_CONFIG.es,
  FIRST_CONFIG.en.replaceAll(/^( *)# (?=\S+:)/gmu, '$1'),
].map((text) => Buffer.from(text))
const ENV = {
  MUSTER_OCS_PASSWORD: 'x',
  MUSTER_NINJAONE_CLIENT_SECRET: 'x',
  MUSTER_THREATLOCKER_TOKEN: 'x',
}

/** `muster.yaml`, whatever somebody writes into it. */
export const openConfiguration: OpenFunction = async () => ({
  make: (chance) => damagedYaml(CORPUS, chance),
  run: (input) =>
    endingOf(() => {
      const text = input.toString('utf8')
      const language = input.length % 2 === 0 ? 'en' : 'es'
      loadConfig({ file: '/etc/muster.yaml', folder: '/etc', text, env: ENV, language })
      return 'read'
    }),
  close: async () => {},
})
