import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { demoCommand, shellWord } from './shell-command.ts'

const DEMO = { launcher: '/opt/muster/muster', config: '/opt/muster/data/muster.yaml', env: {} }

it.each(['a b', "it's", '$HOME `x` "y"', 'ñ/á', '/plain/path-1.yaml', ''])(
  'hands %j to a program as it is',
  (word) => {
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' })).toBe(
      word,
    )
  },
)

it('begins with the launcher as it is reached from where the person is', () => {
  expect(demoCommand({ ...DEMO, folder: '/opt/muster' })).toBe(
    './muster --config /opt/muster/data/muster.yaml',
  )
  expect(demoCommand({ ...DEMO, folder: '/home/ana' })).toBe(
    '/opt/muster/muster --config /opt/muster/data/muster.yaml',
  )
})

it('keeps to the database of the demo where the environment names another', () => {
  const env = { DATABASE_URL: 'postgres://h/x', DATABASE_URL_FILE: '' }
  expect(demoCommand({ ...DEMO, folder: '/opt/muster', env })).toBe(
    'env -u DATABASE_URL ./muster --config /opt/muster/data/muster.yaml',
  )
})
