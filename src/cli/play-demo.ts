import { meanwhile } from '../../demo/meanwhile.ts'
import type { App } from '../app.ts'
import { planStore } from '../reconcile/store.ts'
import type { Answer } from './answer.ts'
import type { AppCommand, Call, Desk } from './command.ts'
import { apply } from './commands/apply.ts'
import { check } from './commands/check.ts'
import { plan } from './commands/plan.ts'
import { report } from './commands/report.ts'
import { verify } from './commands/verify.ts'
import { type PlayedFigures, playFigures } from './demo-figures.ts'
import { type PlayedPast, playPast } from './demo-fleet.ts'
import { MEANWHILE } from './lines/demo-lines.ts'
import { namedPlan } from './named-plan.ts'

/** What a demo has shown. */
export interface PlayedDemo {
  /** What the commands of the main job answered, by their names. */
  readonly answers: Readonly<Record<string, Answer>>
  readonly past: PlayedPast
  readonly figures: PlayedFigures
}

interface DemoStage extends Pick<Desk, 'tell'> {
  readonly folder: string
  readonly ocsFile: string
}

/** Plays a demo that was prepared: the main job from end to end, the past of a fleet, and figures of a help desk. */
export async function playDemo(
  app: App,
  { tell, folder, ocsFile }: DemoStage,
): Promise<PlayedDemo> {
  const answers: Record<string, Answer> = {}
  const take = async (step: AppCommand) => {
    tell(['', `# muster ${step.name}${step.argument ? ' latest' : ''}`, ''])
    const answer = await step.work(app, ON_LATEST)
    tell(answer.lines)
    answers[step.name] = answer
  }
  for (const step of [check, plan, apply]) await take(step)
  tell(['', MEANWHILE[app.language]])
  await disturb(app, ocsFile)
  for (const step of [verify, report]) await take(step)
  const past = await playPast(app)
  return { answers, past, figures: await playFigures(app, folder) }
}

/** The calls of the demo: on the latest plan, without options. */
const ON_LATEST: Call = { argument: 'latest', option: () => null, has: () => false }

/** Two TAGs do not stay as written, so that verifying has something to find. */
async function disturb(app: App, ocsFile: string): Promise<void> {
  await meanwhile(ocsFile, await planStore(app.database).changes(await namedPlan(app, null), 2))
}
