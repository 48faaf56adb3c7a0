import type { Drill } from '../drill.ts'
import { killAtRandom } from '../kill/kill-at-random.ts'
import { writingOrdeal } from '../kill/writing.ts'

export const killApply: Drill = {
  name: 'kill-apply',
  does: 'kill -9 of "muster apply", OCS on MariaDB',
  killShare: 0.14,
  run: (scene) => killAtRandom(scene, writingOrdeal('kill-apply', 'apply')),
}
