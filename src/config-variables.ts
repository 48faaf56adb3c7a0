import { SECRETS } from './secrets.ts'

/** A secret of the environment: its name, and whether and how it is given. */
export interface ShownVariable {
  readonly name: string
  readonly isSet: boolean
  /** Whether `NAME_FILE` names a file that holds it. */
  readonly hasFile: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** Which secrets the environment gives, by name; never what they are. */
export function shownVariables(env: Environment): ShownVariable[] {
  return SECRETS.map((name) => {
    return { name, isSet: Boolean(env[name]), hasFile: Boolean(env[`${name}_FILE`]) }
  })
}
