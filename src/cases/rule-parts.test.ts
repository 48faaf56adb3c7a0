import { expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { rulesOf } from '../config-rules.ts'
import { RuleParts, rulesIn } from './rule-parts.ts'

const WRITTEN = `
sources: {}
fleet:
  spareWords: [loan]
  billing: [{ organisation: "*", excludedTags: [loan] }]
  matching: { sharedBy: 3, off: [hostname] }
  sitesFrom: [ninjaone]
checks:
  staleDays: 9
  off: [class-mismatch]
  severity: { missing-in-edr: critical }
tags:
  emptyWords: [NA]
  protectedTags: ["MANUAL-*"]
`

const read = (text: string) =>
  loadConfig({ file: 'muster.yaml', folder: '/', text, env: {}, language: 'en' })

it.each([['sources: {}'], [WRITTEN]])(
  'reads rules that were read once more as the same: %s',
  (text) => {
    const config = read(text)

    expect(rulesOf(RuleParts.parse(rulesIn(config)))).toEqual(rulesOf(config))
  },
)
