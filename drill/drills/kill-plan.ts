import type { Drill } from '../drill.ts'
import { killAtRandom, type Ordeal } from '../kill/kill-at-random.ts'

const ordeal: Ordeal<null> = {
  drill: 'kill-plan',
  start: 'history',
  command: () => ['plan'],
  prepare: async () => null,
  async broken({ world, database }) {
    const written = await world.office.written()
    const { rows } = await database.pool.query('select changes from plan')
    const parts = rows.filter(({ changes }) => changes !== world.office.before.size)
    return {
      lost: [],
      wrong: [
        ...written.map(({ id }) => `planning wrote row ${id}`),
        ...parts.map(({ changes }) => `a plan of ${changes} changes`),
      ],
    }
  },
  async whole({ world, database }, _before, { code, answer }) {
    const changes = answer?.plan?.changes
    const wanted = world.office.before.size
    const { rows } = await database.pool.query(
      "select count(*)::integer as standing from plan where state in ('waiting', 'held')",
    )
    return {
      lost:
        code === 2 && changes === wanted
          ? []
          : [`a plan of ${wanted} changes: ${JSON.stringify(answer)}`],
      wrong: rows[0].standing === 1 ? [] : [`${rows[0].standing} plans wait at once`],
    }
  },
}

export const killPlan: Drill = {
  name: 'kill-plan',
  does: 'kill -9 of "muster plan"',
  killShare: 0.14,
  run: (scene) => killAtRandom(scene, ordeal),
}
