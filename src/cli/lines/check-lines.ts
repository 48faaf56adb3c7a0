import { FLEET_CHECK_WORDS } from '../../language/check-words.ts'
import { SKIP_WORDS } from '../../language/finding-words.ts'
import { feedWords } from '../../language/fleet-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, countWords } from '../../language/list-words.ts'
import { DISAGREEMENTS, GONE, NEW } from '../../language/noun-words.ts'
import { FLEET_CHECKS } from '../../reconcile/checks/fleet-checks.ts'
import type { PlannedLook, SkipReason } from '../../reconcile/checks/plan-looks.ts'
import type { MachineChecks } from '../../reconcile/findings/check-machines.task.ts'
import { tableLines } from './table.ts'

/** Where the sources disagree on machines: how many by check, what is new, what could not be compared. */
export function checkLines(checks: MachineChecks, language: Language): string[] {
  const { findings, shifts, looks } = checks
  const skipped = looks.filter((look) => look.skipped !== null)
  if (looks.length === skipped.length) return skipLines(skipped, language)
  const rows = FLEET_CHECKS.flatMap(({ code }) => {
    const shift = shifts.find(({ check }) => check === code)
    const count = findings[code] ?? 0
    if (count === 0 && !shift) return []
    const [number, title] = [countWords(count), FLEET_CHECK_WORDS[code].title]
    const moved = shift ? say(movedWords(shift), language) : ''
    return [[say(number, language), code, say(title, language), moved]]
  })
  return [
    say(headWords(checks), language),
    ...tableLines(rows, ['right']),
    ...skipLines(skipped, language),
  ]
}

function headWords({ findings, day }: MachineChecks): Phrase {
  const all = Object.values(findings).reduce((sum, count) => sum + count, 0)
  if (all === 0) {
    return {
      en: `The sources agree on every machine of ${day}`,
      es: `Las fuentes concuerdan en todos los equipos del ${day}`,
    }
  }
  const { en, es } = counted(all, DISAGREEMENTS)
  return {
    en: `Checked ${day}: ${en}; muster findings lists them`,
    es: `Comprobado ${day}: ${es}; «muster findings» las lista`,
  }
}

function movedWords({ opened, closed }: { opened: number; closed: number }): Phrase {
  const parts = [
    ...(opened > 0 ? [counted(opened, NEW)] : []),
    ...(closed > 0 ? [counted(closed, GONE)] : []),
  ]
  return { en: parts.map(({ en }) => en).join(', '), es: parts.map(({ es }) => es).join(', ') }
}

/** Why some checks did not look, said once for each reason. */
function skipLines(skipped: readonly PlannedLook[], language: Language): string[] {
  const checksOf = new Map<string, Set<string>>()
  for (const { check, skipped: reasons } of skipped) {
    const why = reasonWords(reasons ?? {}, language)
    checksOf.set(why, (checksOf.get(why) ?? new Set()).add(check))
  }
  return [...checksOf].map(([why, checks]) => {
    const list = [...checks].join(', ')
    const words = {
      en: `Not compared, so nothing opened or closed: ${list} (${why})`,
      es: `Sin comparar, así que nada se abrió ni se cerró: ${list} (${why})`,
    }
    return say(words, language)
  })
}

function reasonWords(reasons: Readonly<Record<string, SkipReason>>, language: Language): string {
  return Object.entries(reasons)
    .map(
      ([source, why]) => `${say(feedWords(source), language)}: ${say(SKIP_WORDS[why], language)}`,
    )
    .join('; ')
}
