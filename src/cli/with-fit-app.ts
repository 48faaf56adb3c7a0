import type { App } from '../app.ts'
import type { Answer } from './answer.ts'
import type { Desk } from './command.ts'
import { assertFit, assertFitOnceOpen, type Starting } from './fit-to-serve.ts'
import { readConfig } from './read-config.ts'

/** Opens the app and works with it until it is stopped, where it is safe to; everything that is not is told at once. */
export async function withFitApp(
  desk: Desk,
  role: Starting['role'],
  work: (app: App) => Promise<Answer>,
): Promise<void> {
  const { config, env, language } = desk
  let isFit = false
  await desk.guarded(async () => {
    await assertFit(await readConfig(env, config, language), { role, env, now: new Date() })
    isFit = true
  })
  if (!isFit) return
  await desk.withPatientApp(config, async (app) => {
    await assertFitOnceOpen(app)
    return work(app)
  })
}
