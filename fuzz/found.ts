import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import process from 'node:process'

/** What an input brought to light, and the input. */
export interface Finding {
  readonly target: string
  /** `threw`: an error nobody named, or a promise that was broken; `hung`: no end in time; `died`: of memory, or outside any call. */
  readonly kind: 'threw' | 'hung' | 'died'
  /** Which input of the target it was, from 0. */
  readonly at: number
  readonly said: string
  readonly input: Buffer
}

const FOLDER = join(import.meta.dirname, 'found')

/** Keeps the input in a file; says what was found and how to try it again. */
export async function keepFinding(finding: Finding, seed: number): Promise<string> {
  const { target, kind, at, said, input } = finding
  await mkdir(FOLDER, { recursive: true })
  const file = join(FOLDER, `${target}-${seed}-${at}.bin`)
  await writeFile(file, input)
  const again = relative(process.cwd(), file)
  return [
    `FOUND by ${target}, seed ${seed}, input ${at}: ${kind}`,
    ...said.split('\n').map((line) => `  ${line}`),
    `  again: npm run fuzz -- --only ${target} --again ${again}`,
  ].join('\n')
}
