import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import { instructionsOf, lintDockerfile } from './dockerfile-rules.ts'

const ROOT = join(import.meta.dirname, '../..')
const text = readFileSync(join(ROOT, 'deploy/Dockerfile'), 'utf8')
const instructions = instructionsOf(text)

describe('the rules for a Dockerfile', () => {
  it('have something against each thing that is wrong', () => {
    const wrong = [
      'FROM node:latest',
      'COPY . .',
      'RUN npm install',
      'RUN ["npm", "ci"]',
      'RUN ["sudo", "x"]',
      'ADD a b',
      'WORKDIR data',
      'ENV DB_PASSWORD=x',
      'CMD node src/main.ts',
    ].join('\n')

    expect(lintDockerfile(wrong)).toEqual([
      'base not pinned: node:latest',
      'one stage alone',
      'not in a build: ["sudo", "x"]',
      'ADD for COPY: a b',
      'RUN not in exec form: npm install',
      'CMD not in exec form: node src/main.ts',
      'not one HEALTHCHECK',
      'runs as root',
      'everything copied before npm ci',
      'no lock file before npm ci',
      'WORKDIR not absolute: data',
      'a secret in ENV: DB_PASSWORD=x',
    ])
  })
})

describe('deploy/Dockerfile', () => {
  it('keeps to all of them', () => {
    expect(lintDockerfile(text)).toEqual([])
  })

  it('runs npm scripts that there are, and prunes what only builds need', () => {
    const runs = instructions.filter(({ word }) => word === 'RUN').map(({ rest }) => rest)

    expect(Object.keys(packageFile.scripts)).toContain('build:web')
    expect(runs).toContain('["npm", "run", "build:web"]')
    expect(runs.some((run) => run.includes('"prune", "--omit=dev"'))).toBe(true)
  })

  it('ships what it names, and its ignore file lets that through', () => {
    const shipped = instructions
      .filter(({ word, rest }) => word === 'COPY' && rest.startsWith('--from=build'))
      .flatMap(({ rest }) => rest.split(' ').filter((part) => part.startsWith('/opt/muster/')))
      .map((path) => path.slice('/opt/muster/'.length))
    const made = ['node_modules', 'web/dist']
    const ignore = readFileSync(join(ROOT, 'deploy/Dockerfile.dockerignore'), 'utf8').split('\n')
    const sources = shipped.filter((path) => !made.includes(path))

    expect(sources.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
    expect(sources.filter((path) => !ignore.includes(`!${path}`))).toEqual([])
    expect(ignore.find((line) => line !== '' && !line.startsWith('#'))).toBe('**')
  })

  it('keeps its data in a volume of the account it runs as', () => {
    const words = (word: string) => instructions.filter((each) => each.word === word)

    expect(words('VOLUME').map(({ rest }) => rest)).toEqual(['["/data"]'])
    expect(words('USER').map(({ rest }) => rest)).toEqual(['10001:10001'])
  })
})
