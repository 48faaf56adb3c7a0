import type { CommandExample } from './command-example.ts'
import { DESK_EXAMPLES } from './command-examples-desk.ts'
import { FIGURE_EXAMPLES } from './command-examples-figures.ts'
import { FLEET_EXAMPLES } from './command-examples-fleet.ts'
import { OFFICE_EXAMPLES } from './command-examples-office.ts'

/** One example of each command at least, in the order in which they are run, each on what those before it left. */
export const COMMAND_EXAMPLES: readonly CommandExample[] = [
  ...OFFICE_EXAMPLES,
  ...FLEET_EXAMPLES,
  ...FIGURE_EXAMPLES,
  ...DESK_EXAMPLES,
]
