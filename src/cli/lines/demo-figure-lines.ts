import { type Language, type Phrase, say } from '../../language/language.ts'
import type { PlayedFigures } from '../demo-figures.ts'

/** What the figures of the demo came to, and what to ask of them: `muster`, as typed in a shell. */
export function demoFigureLines(
  figures: PlayedFigures,
  language: Language,
  muster: string,
): string[] {
  const next = ['anomalies', 'forecast calls.answered --source helpdesk', 'analyze']
  return [
    ...['', say(figureWords(figures), language), ''],
    ...next.map((command) => `  ${muster} ${command}`),
  ]
}

function figureWords({ inserted, rejected, studied, chosen, anomalies }: PlayedFigures): Phrase {
  return {
    en: `${inserted} figures of an invented help desk were taken in; ${rejected} rows were refused, each with its reason. ${studied} daily series were studied: ${anomalies} odd days, and ${chosen} forecasts.`,
    es: `Se tomaron ${inserted} cifras de una mesa de ayuda inventada; se rechazaron ${rejected} filas, cada una con su motivo. Se estudiaron ${studied} series diarias: ${anomalies} días raros y ${chosen} pronósticos.`,
  }
}
