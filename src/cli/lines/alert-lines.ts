import type { App } from '../../app.ts'
import type { Alerted } from '../../jobs/alert.task.ts'
import type { Settled } from '../../jobs/settled.ts'
import { explain } from '../../language/error-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { voiceOf } from '../../reports/voice.ts'
import type { Concern } from '../../watch/concern.ts'
import { concernWords } from '../../watch/concern-words.ts'
import type { DeliverySummary } from '../../watch/tell.task.ts'

type Speaker = Pick<App, 'language' | 'settings'>

/** What is wrong, one line each. */
export function concernLines(
  concerns: readonly Concern[],
  { language, settings }: Speaker,
): string[] {
  if (concerns.length === 0) {
    return [say({ en: 'Nothing is wrong.', es: 'Todo está bien.' }, language)]
  }
  const voice = voiceOf(language, settings.timeZone)
  return concerns.map((concern) => concernWords(concern, voice))
}

/** The same, and who was told of what has changed. */
export function alertLines({ summary, concerns }: Alerted, speaker: Speaker): string[] {
  const { language } = speaker
  const { deliveries } = summary
  const sent = deliveries.map((delivery) => deliveryLine(delivery, language))
  const nobody = deliveries.length === 0 ? [say(NOBODY, language)] : []
  return [...concernLines(concerns, speaker), '', ...sent, ...nobody]
}

/** What came of telling people after a night. */
export function alertedLines({ value, failure }: Settled<Alerted>, speaker: Speaker): string[] {
  const title = say({ en: 'Alerts', es: 'Avisos' }, speaker.language)
  const told = failure ? [explain(failure, speaker.language)] : []
  return [`# ${title}`, ...(value ? alertLines(value, speaker) : told), '']
}

const NOBODY: Phrase = {
  en: 'Nobody is told: neither "alerts: email:" nor "alerts: webhook:" is configured.',
  es: 'No se avisa a nadie: no están configurados «alerts: email:» ni «alerts: webhook:».',
}

const CHANNEL_WORDS: Readonly<Record<DeliverySummary['channel'], Phrase>> = {
  email: { en: 'Mail', es: 'Correo' },
  webhook: { en: 'Webhook', es: 'Webhook' },
}

function deliveryLine(delivery: DeliverySummary, language: Language): string {
  const { channel, failure } = delivery
  const said = failure ? explain(failure, language) : say(sentWords(delivery), language)
  return `${say(CHANNEL_WORDS[channel], language)}: ${said}`
}

function sentWords({ begun, over }: DeliverySummary): Phrase {
  if (begun + over === 0) return { en: 'nothing has changed.', es: 'nada cambió.' }
  const [fresh, gone] = [countWords(begun), countWords(over)]
  return {
    en: `sent (${fresh.en} new, ${gone.en} over).`,
    es: `enviado (${fresh.es} por atender, ${gone.es} resueltas).`,
  }
}
