/** One instruction of a Dockerfile, its lines joined. */
export interface Instruction {
  readonly word: string
  readonly rest: string
}

/** Takes a Dockerfile apart into its instructions, without comments. */
export function instructionsOf(text: string): Instruction[] {
  return text
    .split('\n')
    .filter((line) => !/^\s*#/u.test(line))
    .join('\n')
    .replaceAll(/\\\n/gu, ' ')
    .split('\n')
    .map((line) => /^([A-Z]+)\s+(.*)$/u.exec(line.trim()))
    .flatMap((found) => (found ? [{ word: found[1] ?? '', rest: found[2] ?? '' }] : []))
}

type Rule = (instructions: readonly Instruction[]) => string[]

const of = (word: string, all: readonly Instruction[]) => all.filter((each) => each.word === word)
const isExec = (rest: string) => /\[".*"\]$/u.test(rest)

/** In the manner of hadolint: what each rule has against a Dockerfile; nothing where it holds. */
const RULES: readonly Rule[] = [
  (all) =>
    of('FROM', all)
      .map(({ rest }) => defaultOf(rest.split(' ')[0] ?? '', all))
      .filter((image) => !/:[\w.-]*\d+\.\d+[\w.-]*(?:@sha256:[0-9a-f]{64})?$/u.test(image))
      .map((image) => `base not pinned: ${image}`),
  (all) => (of('FROM', all).length < 2 ? ['one stage alone'] : []),
  (all) =>
    all
      .filter(
        ({ word, rest }) => word === 'RUN' && /\bsudo\b|apt-get upgrade|curl .*\|/u.test(rest),
      )
      .map(({ rest }) => `not in a build: ${rest}`),
  (all) => of('ADD', all).map(({ rest }) => `ADD for COPY: ${rest}`),
  (all) => of('MAINTAINER', all).map(() => 'MAINTAINER is of the past'),
  (all) =>
    ['RUN', 'CMD', 'ENTRYPOINT'].flatMap((word) =>
      of(word, all)
        .filter(({ rest }) => !isExec(rest))
        .map(({ rest }) => `${word} not in exec form: ${rest}`),
    ),
  (all) => (of('HEALTHCHECK', all).length === 1 ? [] : ['not one HEALTHCHECK']),
  (all) => lastStageRunsAsRoot(all),
  (all) => lockfileComesFirst(all),
  (all) =>
    of('WORKDIR', all)
      .filter(({ rest }) => !rest.startsWith('/'))
      .map(({ rest }) => `WORKDIR not absolute: ${rest}`),
  (all) =>
    of('ENV', all)
      .filter(({ rest }) => /PASSWORD|SECRET|TOKEN|_KEY/u.test(rest))
      .map(({ rest }) => `a secret in ENV: ${rest}`),
]

/** Everything the rules have against a Dockerfile. */
export function lintDockerfile(text: string): string[] {
  const instructions = instructionsOf(text)
  return RULES.flatMap((rule) => rule(instructions))
}

/** An image named by an argument is what the argument is unless told otherwise. */
function defaultOf(image: string, all: readonly Instruction[]): string {
  const [, name = ''] = /^\$\{(\w+)\}$/u.exec(image) ?? []
  if (name === '') return image
  return (of('ARG', all).find(({ rest }) => rest.startsWith(`${name}=`))?.rest ?? '').slice(
    name.length + 1,
  )
}

function lastStageRunsAsRoot(all: readonly Instruction[]): string[] {
  const stage = all.slice(all.findLastIndex(({ word }) => word === 'FROM'))
  const started = stage.findIndex(({ word }) => word === 'CMD' || word === 'ENTRYPOINT')
  const user = stage.slice(0, started).findLast(({ word }) => word === 'USER')?.rest ?? 'root'
  return /^(?:root|0)(?::|$)/u.test(user) ? [`runs as ${user}`] : []
}

/** What is installed is kept by the builder for as long as the lock file stays the same. */
function lockfileComesFirst(all: readonly Instruction[]): string[] {
  const install = all.findIndex(({ word, rest }) => word === 'RUN' && /"npm",\s*"ci"/u.test(rest))
  if (install === -1) return ['no npm ci']
  const copied = all.slice(0, install).filter(({ word }) => word === 'COPY')
  const isAll = copied.some(({ rest }) => /^\.\s/u.test(rest))
  const hasLock = copied.some(({ rest }) => rest.includes('package-lock.json'))
  return [
    ...(isAll ? ['everything copied before npm ci'] : []),
    ...(hasLock ? [] : ['no lock file before npm ci']),
  ]
}
