import type { App } from '../../app.ts'
import { type Phrase, say } from '../../language/language.ts'
import { planStore } from '../../reconcile/store.ts'
import { namedPlan } from '../named-plan.ts'

/** Said between apply and verify. */
export const MEANWHILE: Phrase = {
  en: '(Meanwhile an OCS agent puts an old TAG back, and OCS loses what it knew of another computer: its TAG is LOST now.)',
  es: '(Mientras tanto un agente de OCS repone un TAG viejo y OCS pierde lo que sabía de otra computadora: su TAG es ahora LOST.)',
}

/** Said before a demo that is there already is made anew. */
export const REPLACING: Phrase = {
  en: 'This replaces the demo made earlier: its books, its plans and its history begin anew.',
  es: 'Esto reemplaza la demostración anterior: sus registros, planes e historial comienzan de nuevo.',
}

/** What the demo has shown, in sentences, and what to try next: `muster`, as typed in a shell. */
export async function demoLines(app: App, muster: string): Promise<string[]> {
  const plans = planStore(app.database)
  const plan = await plans.get(await namedPlan(app, null))
  const { applied = 0 } = await plans.outcomeCounts(plan.id)
  const departed = (await plans.findVerification(plan.id))?.departures.length ?? 0
  const counts = {
    rows: Object.values(plan.outcomes).reduce((sum, count) => sum + count, 0),
    right: plan.outcomes.unchanged ?? 0,
    planned: plan.outcomes.planned ?? 0,
    applied,
    departed,
  }
  const words = say(summaryWords(counts), app.language)
  return ['', '# Muster', '', ...words.split('\n'), ...nextLines(muster, plan.id)]
}

interface DemoCounts {
  readonly rows: number
  readonly right: number
  readonly planned: number
  readonly applied: number
  readonly departed: number
}

function summaryWords({ rows, right, planned, applied, departed }: DemoCounts): Phrase {
  const person = rows - right - planned
  return {
    en: `Of ${rows} computers in OCS, ${right} bore the right TAG already, ${planned} a wrong one, and ${person} need a person: the report lists each of them with the reason.
${applied} TAGs were written, each only where the row still was as planned.
${departed} of them no longer stood when OCS was read again; the next plan looks at them anew.
Nothing is lost: every input, plan and change is kept, and the whole plan can be taken back.`,
    es: `De ${rows} computadoras en OCS, ${right} ya tenían el TAG correcto, ${planned} uno equivocado, y ${person} necesitan a una persona: el informe las lista una por una con el motivo.
Se escribieron ${applied} TAG, cada uno solo donde la fila seguía como al planificar.
${departed} de ellos ya no se mantenían al leer OCS de nuevo; el próximo plan los vuelve a mirar.
No se pierde nada: se guarda cada entrada, plan y cambio, y el plan entero se puede revertir.`,
  }
}

/** Commands that go on where the demo ends. */
function nextLines(muster: string, plan: number): string[] {
  const next = [`show P${plan} --list DB_Not_In_AR01`, 'plan', `audit P${plan}`, `undo P${plan}`]
  return ['', ...next.map((command) => `  ${muster} ${command}`)]
}
