import type { Drill } from '../drill.ts'
import { killAtRandom } from '../kill/kill-at-random.ts'
import { writingOrdeal } from '../kill/writing.ts'

export const killUndo: Drill = {
  name: 'kill-undo',
  does: 'kill -9 of "muster undo", OCS on MariaDB',
  killShare: 0.14,
  run: (scene) => killAtRandom(scene, writingOrdeal('kill-undo', 'undo')),
}
