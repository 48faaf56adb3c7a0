import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import packageFile from '../../package.json' with { type: 'json' }

const FOLDER = join(import.meta.dirname, '../../.github/workflows')
const names = readdirSync(FOLDER)
const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8')

const Permissions = z.record(z.string(), z.enum(['read', 'write', 'none']))
const Step = z
  .strictObject({
    name: z.string().optional(),
    uses: z.string().optional(),
    with: z.record(z.string(), z.union([z.string(), z.boolean(), z.number()])).optional(),
    run: z.string().optional(),
    env: z.record(z.string(), z.string()).optional(),
    if: z.string().optional(),
  })
  .refine(({ uses, run }) => (uses === undefined) !== (run === undefined))
const Container = z.strictObject({
  image: z.string().regex(/:[\w.-]*\d[\w.-]*$/u),
  env: z.record(z.string(), z.string()),
  ports: z.array(z.string()),
  options: z.string(),
})
const Job = z.union([
  z.strictObject({ uses: z.string().startsWith('./.github/workflows/') }),
  z.strictObject({
    name: z.string(),
    needs: z.string().optional(),
    'runs-on': z.string().regex(/-\d+\.\d+$/u),
    'timeout-minutes': z.int().positive(),
    permissions: Permissions.optional(),
    services: z.record(z.string(), Container).optional(),
    env: z.record(z.string(), z.string()).optional(),
    steps: z.array(Step).min(1),
  }),
])
const Workflow = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.strictObject({ contents: z.literal('read') }),
  concurrency: z.strictObject({
    group: z.string(),
    'cancel-in-progress': z.union([z.string(), z.boolean()]),
  }),
  env: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), Job),
})

const workflows = names.map((name) => Workflow.parse(parse(textOf(name))))
const stepsOf = (name: string) =>
  Object.values(workflows.find((each) => each.name === name)?.jobs ?? {}).flatMap((job) =>
    'steps' in job ? job.steps : [],
  )

it('there are one for each change and one for releases', () => {
  expect(names.toSorted()).toEqual(['ci.yml', 'release.yml'])
})

describe.each(names)('%s', (name) => {
  const { jobs } = Workflow.parse(parse(textOf(name)))
  const steps = Object.values(jobs).flatMap((job) => ('steps' in job ? job.steps : []))

  it('pins every action by its whole commit, with its version beside it', () => {
    const uses = textOf(name)
      .split('\n')
      .filter((line) => /^\s*(?:- )?uses:/u.test(line) && !line.includes('uses: ./'))

    expect(uses.length).toBeGreaterThan(0)
    expect(
      uses.filter((line) => !/uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(line)),
    ).toEqual([])
  })

  it('runs npm scripts there are', () => {
    const scripts = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/npm run ([\w:-]+)/gu)].map(([, script = '']) => script),
    )

    expect(scripts.filter((script) => !(script in packageFile.scripts))).toEqual([])
  })

  it('leaves no token lying in a checkout, and lets nothing from outside into a shell', () => {
    const checkouts = steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'))

    expect(checkouts.every(({ with: given }) => given?.['persist-credentials'] === false)).toBe(
      true,
    )
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([])
  })
})

it('a change passes lint, types, licences, advisories, tests, browser tests and the image', () => {
  const runs = stepsOf('CI').flatMap(({ run = '' }) => run)
  const text = runs.join('\n')

  for (const wanted of [
    ...['npm run lint', 'npm run types', 'npm run licences', 'npm audit --omit=dev', 'npm sbom'],
    ...['--project postgres-15 --project mariadb', '--project browser', 'drill:deploy'],
    'docker build --file deploy/Dockerfile',
  ]) {
    expect(text).toContain(wanted)
  }
})

it('what builds a release may not publish it, and what publishes it builds nothing', () => {
  const jobs = workflows.find(({ name }) => name === 'Release')?.jobs ?? {}
  const permissions = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      'permissions' in job ? job.permissions : null,
    ]),
  )

  expect(permissions).toEqual({
    ci: null,
    build: { contents: 'read', 'id-token': 'write', attestations: 'write' },
    publish: { contents: 'write' },
  })
})
