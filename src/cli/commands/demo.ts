import { resolve } from 'node:path'
import { meanwhile } from '../../../demo/meanwhile.ts'
import type { App } from '../../app.ts'
import { say } from '../../language/language.ts'
import { planStore } from '../../reconcile/store.ts'
import type { Answer } from '../answer.ts'
import type { AppCommand, Call, Command, Desk } from '../command.ts'
import { DEMO_FOLDER, isDemo, LAUNCHER, makeDemoFolder, prepareDemo } from '../demo.ts'
import { playPast } from '../demo-fleet.ts'
import { withDemoLock } from '../demo-lock.ts'
import { demoFleetLines } from '../lines/demo-fleet-lines.ts'
import { demoLines, MEANWHILE, REPLACING } from '../lines/demo-lines.ts'
import { namedPlan } from '../named-plan.ts'
import { demoCommand } from '../shell-command.ts'
import { apply } from './apply.ts'
import { check } from './check.ts'
import { plan } from './plan.ts'
import { report } from './report.ts'
import { verify } from './verify.ts'

export const demo: Command = {
  name: 'demo',
  does: {
    en: 'make a messy demo estate and run the main job on it from end to end',
    es: 'crear un entorno de demostración desordenado y ejecutar en él todo el trabajo principal',
  },
  options: [
    {
      flags: '--once',
      means: {
        en: 'end after the summary; today the demo ends there in any case',
        es: 'terminar tras el resumen; hoy la demostración termina ahí de todos modos',
      },
    },
  ],
  run: (desk) =>
    desk.guarded(async () => {
      await makeDemoFolder(DEMO_FOLDER)
      await withDemoLock(DEMO_FOLDER, () => runDemo(desk))
    }),
}

async function runDemo(desk: Desk): Promise<void> {
  if (await isDemo(DEMO_FOLDER)) desk.tell([say(REPLACING, desk.language)])
  const { config, ocsFile } = await prepareDemo(DEMO_FOLDER, desk.language)
  const muster = demoCommand({ launcher: LAUNCHER, folder: resolve(), config, env: desk.env })
  await desk.withOwnApp(config, async (app) => {
    const answers: Record<string, Answer> = {}
    for (const step of [check, plan, apply]) answers[step.name] = await take(step, app, desk)
    await disturb(app, desk, ocsFile)
    for (const step of [verify, report]) answers[step.name] = await take(step, app, desk)
    const past = await playPast(app)
    return {
      ending: 'agreed', // the differences are what the demo is there to show
      document: {
        ...Object.fromEntries(
          Object.entries(answers).map(([name, { document }]) => [name, document]),
        ),
        past,
      },
      lines: [...(await demoLines(app, muster)), ...(await demoFleetLines(app, past, muster))],
    }
  })
}

/** The calls of the demo: on the latest plan, without options. */
const ON_LATEST: Call = { argument: 'latest', option: () => null, has: () => false }

async function take(step: AppCommand, app: App, desk: Desk): Promise<Answer> {
  desk.tell(['', `# muster ${step.name}${step.argument ? ' latest' : ''}`, ''])
  const answer = await step.work(app, ON_LATEST)
  desk.tell(answer.lines)
  return answer
}

/** Two TAGs do not stay as written, so that verifying has something to find. */
async function disturb(app: App, desk: Desk, ocsFile: string): Promise<void> {
  desk.tell(['', MEANWHILE[app.language]])
  await meanwhile(ocsFile, await planStore(app.database).changes(await namedPlan(app, null), 2))
}
