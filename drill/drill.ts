import type { Tally } from './tally.ts'
import type { World } from './world/world.ts'

/** What a drill works with. */
export interface Scene {
  readonly seed: number
  /** How often it is to kill, where it kills at random instants. */
  readonly kills: number
  readonly isQuick: boolean
  readonly tally: Tally
  /** The installation all drills share; made for the first that asks. */
  world(): Promise<World>
}

/** A kind of fault, put to a running Muster until it is known what comes of it. */
export interface Drill {
  readonly name: string
  /** In one line, for who asks what there is. */
  readonly does: string
  /** Its share of the kills asked for; 0 where it does not kill at random instants. */
  readonly killShare: number
  run(scene: Scene): Promise<void>
}
