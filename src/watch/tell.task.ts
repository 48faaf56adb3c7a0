import type { Database } from '../db/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Progress } from '../lib/progress.ts'
import type { Voice } from '../reports/voice.ts'
import { type AlertSettings, type Channel, channelsOf } from './alert-settings.ts'
import type { Concern } from './concern.ts'
import { digestOf } from './digest.ts'
import { digestDocument } from './digest-document.ts'
import { digestText } from './digest-text.ts'
import { mailDigest } from './mail/client.ts'
import { type ConcernStore, concernStore } from './store.ts'
import { postDigest, type WebhookWorld } from './webhook/client.ts'

/** What an alert came to. */
export interface AlertSummary {
  /** How many concerns stand, by kind. */
  readonly standing: Readonly<Partial<Record<Concern['kind'], number>>>
  /** How many began, and how many were mended, since the last look. */
  readonly begun: number
  readonly over: number
  readonly deliveries: readonly DeliverySummary[]
}

export interface DeliverySummary {
  readonly channel: Channel
  /** What it was told: how many began, how many are over; both 0 where there was nothing to tell. */
  readonly begun: number
  readonly over: number
  /** Why it was not taken; null when it was. */
  readonly failure: AppError | null
}

/** What is wrong now, and all it takes to tell people. */
export interface TellOrder {
  readonly database: Database
  readonly concerns: readonly Concern[]
  readonly settings: AlertSettings
  readonly runId: number
  readonly voice: Voice
  readonly world: WebhookWorld
  readonly progress: Progress
}

/**
 * Keeps what is wrong and tells each channel what it does not know yet. Each digest is announced before it is sent
 * and is told once it was taken; one that fails, or whose process dies, is told again the next time. Whoever calls
 * must be alone in the lane of alerts.
 */
export async function tellConcerns(order: TellOrder): Promise<AlertSummary> {
  const { database, concerns, settings, world, progress } = order
  const store = concernStore(database)
  await store.doubtUnended()
  const channels = channelsOf(settings)
  const { begun, over } = await store.keep(concerns, channels, world.now())
  const deliveries: DeliverySummary[] = []
  for (const channel of channels) {
    deliveries.push(await progress.step('send-alerts', () => tell(order, store, channel)))
  }
  const counts = Object.entries(Object.groupBy(concerns, ({ kind }) => kind))
  const standing = Object.fromEntries(counts.map(([kind, { length }]) => [kind, length]))
  return { standing, begun: begun.length, over: over.length, deliveries }
}

async function tell(
  order: TellOrder,
  store: ConcernStore,
  channel: Channel,
): Promise<DeliverySummary> {
  const { concerns, runId, voice, world } = order
  const untold = await store.untold(channel)
  const digest = digestOf(untold, concerns.length)
  const told = { channel, begun: digest.begun.length, over: digest.over.length }
  if (untold.length === 0) return { ...told, failure: null }
  const at = world.now()
  const ids = untold.map(({ id }) => id)
  const delivery = await store.begin({ channel, runId, at, concerns: ids })
  try {
    const text = digestText(digest, voice)
    await send(order, channel, { text, document: digestDocument(digest, text, { delivery, at }) })
  } catch (error) {
    await store.failed(delivery, world.now(), keptFailure(error))
    if (!(error instanceof AppError)) throw error
    return { ...told, failure: error }
  }
  await store.sent(delivery, world.now())
  return { ...told, failure: null }
}

interface Prepared {
  readonly text: ReturnType<typeof digestText>
  readonly document: ReturnType<typeof digestDocument>
}

async function send(
  { settings, world }: TellOrder,
  channel: Channel,
  { text, document }: Prepared,
): Promise<void> {
  const { email, webhook } = settings
  if (channel === 'email' && email) await mailDigest(email, text)
  if (channel === 'webhook' && webhook) await postDigest(webhook, document, world)
}

function keptFailure(error: unknown): object {
  if (error instanceof AppError) return { code: error.code, details: error.details }
  return { code: 'internal', details: {} }
}
