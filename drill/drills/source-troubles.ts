import { type Chance, makeChance } from '../../demo/chance.ts'
import type { Misbehaviour, NinjaoneTraits } from '../../demo/vendors/ninjaone/traits.ts'
import { CALM } from '../../demo/vendors/ninjaone/traits.ts'
import type { Drill, Scene } from '../drill.ts'
import { absent, keysOn, namesOn } from '../kill/questions.ts'
import type { Verdict } from '../tally.ts'
import { type Trial, withTrial } from '../world/trial.ts'

const LIST = '/v2/devices-detailed'

/** A way in which the source is troubled, at a call or page of chance. */
interface Trouble {
  readonly name: string
  traits(chance: Chance): Partial<NinjaoneTraits>
  /** Ids of machines that are deleted while the list is read. */
  readonly gone?: readonly number[]
}

const GONE = [7, 31, 90]

const TROUBLES: readonly Trouble[] = [
  flapping('answers 503 and then well', { kind: 'status', status: 503 }, 1),
  flapping('answers 503 for good', { kind: 'status', status: 503 }, 1000),
  flapping('wants us to wait', { kind: 'too-many', retryAfter: 1 }, 1),
  flapping('breaks the connection off once', { kind: 'reset' }, 1),
  flapping('breaks the connection off for good', { kind: 'reset' }, 1000),
  flapping('sends fewer bytes than it says', { kind: 'short-body' }, 1000),
  flapping('cuts its JSON', { kind: 'cut-json' }, 1000),
  flapping('sends a page of HTML with 200', { kind: 'html', status: 200 }, 1000),
  flapping('sends an empty body', { kind: 'empty-body' }, 1000),
  flapping('sends an empty page', { kind: 'empty-page' }, 1),
  { name: 'counts more than it gives', traits: () => ({ overcount: 40 }) },
  { name: 'gives the first page again and again', traits: () => ({ isStuck: true }) },
  {
    name: 'loses machines between two pages',
    gone: GONE,
    traits: (chance) => ({ upheavals: [{ afterPages: 1 + chance.below(4), gone: GONE }] }),
  },
  {
    name: 'lets its tokens die after three calls',
    traits: () => ({ callsPerToken: 3 }),
  },
]

function flapping(name: string, does: Misbehaviour, times: number): Trouble {
  return {
    name,
    traits: (chance) => ({
      troubles: [{ route: LIST, call: 1 + chance.below(5), times, does }],
    }),
  }
}

/** Collects under the trouble, and again when it is over. */
async function collectUnder(
  trial: Trial,
  { trouble, chance }: { readonly trouble: Trouble; readonly chance: Chance },
  saw: (what: string) => void,
): Promise<Verdict> {
  const { world } = trial
  const { vendor } = world.fleet
  const stood = await keysOn(trial, world.today)
  vendor.setTraits(trouble.traits(chance))
  const end = await world.at(trial.url, () => new Date()).json('collect')
  vendor.setTraits(CALM)
  const [source] =
    end.answer?.sources?.filter((each: { source: string }) => each.source === 'ninjaone') ?? []
  saw(`ninjaone ${source?.state ?? `ended with ${end.code}`}`)
  const after = await keysOn(trial, world.today)
  const held = trouble.gone?.map(String) ?? []
  const listed = world.fleet.keysOn(0)
  const mayGo = new Set([...held, ...absent(stood, listed)])
  const gone = absent(stood, after).filter((key) => !mayGo.has(key))
  const isWhole = source?.state === 'complete'
  const lacking = isWhole ? absent(listed, after).filter((key) => !held.includes(key)) : []
  const atOnce = await trial.breaches('settled')
  const calm = await world.at(trial.url, () => new Date()).json('collect')
  const now = await namesOn(trial, world.today)
  return {
    lost: [
      ...gone.map((key) => `machine ${key}, which is there, was taken for gone`),
      ...lacking.map((key) => `machine ${key} is lacking of a day said to be complete`),
      ...absent(world.fleet.namesOn(0), now).map((name) => `"${name}" once the source was well`),
    ],
    wrong: [
      ...(source ? [] : [`collect said ${JSON.stringify(end.answer)}`]),
      ...(calm.code === 0 ? [] : [`the calm collect ended with ${calm.code}`]),
      ...absent(now, world.fleet.namesOn(0)).map((name) => `"${name}" is there and should not be`),
      ...[...atOnce, ...(await trial.breaches('settled'))],
    ],
  }
}

async function run({ seed, isQuick, tally, world }: Scene): Promise<void> {
  const chance = makeChance(seed + 11)
  for (const [at, trouble] of TROUBLES.entries()) {
    if (isQuick && at % 3 !== seed % 3) continue
    await tally.attempt(`seed ${seed}, the source ${trouble.name}`, async () =>
      withTrial(await world(), 'history', (trial) =>
        collectUnder(trial, { trouble, chance }, tally.saw),
      ),
    )
  }
}

export const sourceTroubles: Drill = {
  name: 'source-troubles',
  does: "a source's API flaps, cuts answers short, lies about totals, changes between pages",
  killShare: 0,
  run,
}
