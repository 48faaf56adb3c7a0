import { AppError, type CommandProblem } from '../lib/errors.ts'

/** What commander says of each problem; the group is what the problem is about. */
const COMPLAINTS: readonly (readonly [CommandProblem, RegExp])[] = [
  ['unknown-command', /^error: unknown command '(.+?)'/u],
  ['unknown-option', /^error: unknown option '(.+?)'/u],
  ['missing-argument', /^error: missing required argument '(.+)'/u],
  ['missing-option', /^error: required option '(.+)' not specified/u],
  ['missing-value', /^error: option '(.+)' argument missing/u],
  ['misplaced-option', /^error: option '(.+?)' cannot be used with option/u],
  ['too-many-arguments', /^error: too many arguments for '(.+?)'/u],
]
const NOT_A_CHOICE =
  /^error: option '(.+?)' argument '(.*)' is invalid\. Allowed choices are (.+)\./su
const SUGGESTION = /\(Did you mean (?:one of )?(.+)\?\)/u

/**
 * A complaint of commander, as a failure of ours that has words for it. `typed`: what was typed
 * beside the options.
 */
export function usageFailure(complaint: string, typed: readonly string[]): AppError {
  const choice = NOT_A_CHOICE.exec(complaint)
  if (choice) {
    const [, argument = '', value = '', wanted = ''] = choice
    return new AppError('command.bad-argument', { argument, value, wanted, form: 'one-of' })
  }
  const meant = SUGGESTION.exec(complaint)?.[1] ?? ''
  for (const [problem, pattern] of COMPLAINTS) {
    const about = pattern.exec(complaint)?.[1]
    if (about !== undefined) return new AppError('command.misused', { problem, about, meant })
  }
  const [command, about] = typed
  if (command === 'help' && about !== undefined) {
    return new AppError('command.misused', { problem: 'unknown-command', about, meant })
  }
  return new AppError('command.misused', { problem: 'no-command', about: 'muster', meant })
}
