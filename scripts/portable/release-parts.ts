/**
 * What a release holds of the project, beside its packages: files, and folders with what `isShipped` lets through.
 * `deploy/Dockerfile` copies the same; a test compares the two.
 */
export const RELEASE_PARTS = ['LICENSE', 'demo', 'docs', 'migrations', 'src', 'web/dist'] as const

/** Nobody runs these: tests, what only they read, notes of editors and systems, the stamp of a build. */
const LEFT_OUT = [
  /\.test\.tsx?$/u,
  /\/(?:fixtures|testing)\//u,
  /(?:^|\/)\./u,
  /(?:~|\.(?:log|orig|rej|bak|swp|tmp))$/u,
]

/** @param path from the root of the project, with `/`. */
export function isShipped(path: string): boolean {
  return !LEFT_OUT.some((pattern) => pattern.test(path))
}

/** As the project describes itself where it is run and not worked on: no tools, no scripts. */
export interface ReleasePackageFile {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
  readonly private: true
  readonly type: 'module'
  readonly engines: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
}

/** The `package.json` of a release. */
export function releasePackageFile(
  project: Omit<ReleasePackageFile, 'private' | 'type'>,
): ReleasePackageFile {
  const { name, version, description, license, engines, dependencies } = project
  return {
    ...{ name, version, description, license, private: true, type: 'module' },
    ...{ engines, dependencies },
  }
}
