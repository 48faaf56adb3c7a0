import { resolve } from 'node:path'
import { say } from '../../language/language.ts'
import type { Command, Desk } from '../command.ts'
import { DEMO_FOLDER, isDemo, LAUNCHER, makeDemoFolder, prepareDemo } from '../demo.ts'
import { withDemoLock } from '../demo-lock.ts'
import { serveDemo } from '../demo-serving.ts'
import { demoFigureLines } from '../lines/demo-figure-lines.ts'
import { demoFleetLines } from '../lines/demo-fleet-lines.ts'
import { demoLines, REPLACING } from '../lines/demo-lines.ts'
import { playDemo } from '../play-demo.ts'
import { demoCommand } from '../shell-command.ts'

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
        en: 'end after the summary, as in a pipe or with --json; without it the demo goes on serving',
        es: 'terminar tras el resumen, como en una tubería o con --json; sin ella sigue sirviendo',
      },
    },
    {
      flags: '--no-serve',
      means: { en: 'the same as --once', es: 'lo mismo que --once' },
    },
  ],
  run: (desk, call) =>
    desk.guarded(async () => {
      await makeDemoFolder(DEMO_FOLDER)
      const isServed = desk.isWatched && !call.has('once') && !call.has('noServe')
      await withDemoLock(DEMO_FOLDER, () => runDemo(desk, isServed))
    }),
}

async function runDemo(desk: Desk, isServed: boolean): Promise<void> {
  if (await isDemo(DEMO_FOLDER)) desk.tell([say(REPLACING, desk.language)])
  const { config, ocsFile } = await prepareDemo(DEMO_FOLDER, desk.language)
  const muster = demoCommand({ launcher: LAUNCHER, folder: resolve(), config, env: desk.env })
  await desk.withOwnApp(config, async (app) => {
    const stage = { tell: desk.tell, folder: DEMO_FOLDER, ocsFile }
    const { answers, past, figures } = await playDemo(app, stage)
    const lines = [
      ...(await demoLines(app, muster)),
      ...(await demoFleetLines(app, past, muster)),
      ...demoFigureLines(figures, app.language, muster),
    ]
    const documents = Object.entries(answers).map(([name, { document }]) => [name, document])
    const document = { ...Object.fromEntries(documents), past, figures }
    if (!isServed) return { ending: 'agreed', document, lines } // the differences are what the demo is there to show
    desk.tell(lines)
    return serveDemo(app, desk)
  })
}
