import { addDays } from '../../src/lib/day.ts'
import type { Drill } from '../drill.ts'
import { killAtRandom, type Ordeal } from '../kill/kill-at-random.ts'
import { absent, isSame, namesOn } from '../kill/questions.ts'
import type { Trial } from '../world/trial.ts'

interface Before {
  readonly yesterday: readonly string[]
  /** Today as the day before has it: what stands until today is taken in. */
  readonly today: readonly string[]
}

const yesterdayOf = ({ world }: Trial) => addDays(world.today, -1)

const ordeal: Ordeal<Before> = {
  drill: 'kill-collect',
  start: 'history',
  command: () => ['collect'],
  prepare: async (trial) => ({
    yesterday: await namesOn(trial, yesterdayOf(trial)),
    today: await namesOn(trial, trial.world.today),
  }),
  async broken(trial, { yesterday, today }) {
    const [was, is] = [
      await namesOn(trial, yesterdayOf(trial)),
      await namesOn(trial, trial.world.today),
    ]
    const isOld = isSame(is, today)
    const isNew = isSame(is, trial.world.fleet.namesOn(0))
    return {
      lost: absent(yesterday, was),
      wrong: isOld || isNew ? [] : [`today has ${is.length} names of two days`],
    }
  },
  async whole(trial, { yesterday }, { code, answer }) {
    const is = await namesOn(trial, trial.world.today)
    const wanted = trial.world.fleet.namesOn(0)
    return {
      lost: [
        ...absent(wanted, is),
        ...absent(yesterday, await namesOn(trial, yesterdayOf(trial))),
      ].map((name) => `"${name}"`),
      wrong: [
        ...absent(is, wanted).map((name) => `"${name}" is there today`),
        ...(code === 0 ? [] : [`collect ended with ${code}: ${JSON.stringify(answer)}`]),
      ],
    }
  },
}

export const killCollect: Drill = {
  name: 'kill-collect',
  does: 'kill -9 of "muster collect"',
  killShare: 0.14,
  run: (scene) => killAtRandom(scene, ordeal),
}
