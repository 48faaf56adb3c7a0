import { failureWords } from '../failure-words.ts'
import { listWords } from '../list-words.ts'
import { deliveryHold } from '../report-summary-words.ts'
import { stateWord } from '../state-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Failures of collections, plans and runs: what was asked of them is not possible as they stand. */
export const PLAN_ERRORS: PhrasesOf<'collection' | 'plan' | 'report' | 'run'> = {
  'collection.not-found': ({ id }) => ({
    en: `There is no collection ${id}. Look its number up in the list of runs.`,
    es: `No existe la recolección ${id}. Busque su número en la lista de ejecuciones.`,
  }),
  'collection.not-held': ({ id, state }) => ({
    en: `Collection ${id} is not held, its state is: ${stateWord(state).en}. There is nothing to accept.`,
    es: `La recolección ${id} no está retenida, su estado es: ${stateWord(state).es}. No hay nada que aceptar.`,
  }),
  'collection.outdated': ({ source, day }) => ({
    en: `What ${source} delivered for ${day} no longer fits the history, which has changed since. Nothing was taken in. Collect that day again.`,
    es: `Lo que ${source} entregó para el ${day} ya no encaja en la historia, que ha cambiado desde entonces. No se incorporó nada. Recopile ese día otra vez.`,
  }),
  'collection.unacceptable': ({ id, reason }) => ({
    en: `Collection ${id} cannot be accepted: ${deliveryHold(reason).en}. Correct its source and collect again.`,
    es: `La recolección ${id} no se puede aceptar: ${deliveryHold(reason).es}. Corrija su fuente y recolecte de nuevo.`,
  }),
  'plan.not-found': ({ plan }) => ({
    en: `There is no plan ${plan}. Make one with "muster plan", or look its number up in the list of runs.`,
    es: `No existe el plan ${plan}. Haga uno con «muster plan», o busque su número en la lista de ejecuciones.`,
  }),
  'plan.held': ({ id, reasons }) => ({
    en: `Plan ${id} is held and nothing was written, because ${reasons.map((it) => failureWords(it).en).join('; ')}. Look at its changes; if they are right, accept it with a reason, otherwise correct the sources and plan again.`,
    es: `El plan ${id} está retenido y no se escribió nada, porque ${reasons.map((it) => failureWords(it).es).join('; ')}. Revise sus cambios; si son correctos, acéptelo con un motivo; si no, corrija las fuentes y planifique de nuevo.`,
  }),
  'plan.not-held': ({ id, state }) => ({
    en: `Plan ${id} is not held, its state is: ${stateWord(state).en}. There is nothing to accept.`,
    es: `El plan ${id} no está retenido, su estado es: ${stateWord(state).es}. No hay nada que aceptar.`,
  }),
  'plan.not-approvable': ({ id, state }) => ({
    en: `Plan ${id} cannot be approved any more, its state is: ${stateWord(state).en}. Make a new plan if there is something left to write.`,
    es: `El plan ${id} ya no se puede aprobar, su estado es: ${stateWord(state).es}. Haga un plan nuevo si queda algo por escribir.`,
  }),
  'plan.none-held': ({ collections }) => ({
    en: `No plan is held, and latest stands for the newest held plan alone. ${collections.length > 0 ? `What is held of the collections, the newest first: ${listWords(collections).en}; accept one by its name.` : 'No collection is held either.'}`,
    es: `No hay ningún plan retenido, y latest solo representa el plan retenido más nuevo. ${collections.length > 0 ? `Recolecciones retenidas, la más nueva primero: ${listWords(collections).es}; acepte una por su nombre.` : 'Tampoco hay ninguna recolección retenida.'}`,
  }),
  'plan.not-enabled': ({ setting }) => ({
    en: `Names in ThreatLocker are not corrected here, so nothing was planned or written. To have them corrected set ${setting} to true in the configuration; an applied plan can be verified and taken back without it.`,
    es: `Aquí no se corrigen los nombres de ThreatLocker, así que no se planificó ni se escribió nada. Para corregirlos ponga ${setting} en true en la configuración; un plan aplicado se puede verificar y revertir sin eso.`,
  }),
  'plan.superseded': ({ id, by }) => ({
    en: `Plan ${id} is out of date: plan ${by} was made after it. Look at plan ${by} and apply that one.`,
    es: `El plan ${id} ya no está al día: el plan ${by} se hizo después. Revise el plan ${by} y aplique ese.`,
  }),
  'plan.not-applied': ({ id, state }) => ({
    en: `Plan ${id} has not been applied, its state is: ${stateWord(state).en}. Only an applied plan can be verified or undone.`,
    es: `El plan ${id} no se ha aplicado, su estado es: ${stateWord(state).es}. Solo un plan aplicado se puede verificar o deshacer.`,
  }),
  'plan.already-undone': ({ id, by }) => ({
    en: `Plan ${id} has been taken back by plan ${by}, or is being taken back, and is not applied any more; nothing was written. To make the changes once more, make a new plan.`,
    es: `El plan ${by} revirtió el plan ${id}, o lo está revirtiendo, y ya no se aplica; no se escribió nada. Para volver a hacer los cambios, haga un plan nuevo.`,
  }),
  'plan.other-target': ({ id, planned, configured }) => ({
    en: `Plan ${id} was made for ${planned}, but the configuration names ${configured}. Nothing was written. Configure the system it was made for, or make a new plan.`,
    es: `El plan ${id} se hizo para ${planned}, pero la configuración indica ${configured}. No se escribió nada. Ponga en la configuración el sistema para el que se hizo, o haga un plan nuevo.`,
  }),
  'report.not-found': ({ name }) => ({
    en: `There is no report ${name} in the folder of reports. GET /api/reports lists those there are.`,
    es: `No hay ningún informe ${name} en la carpeta de informes. GET /api/reports lista los que hay.`,
  }),
  'run.cancelled': ({ id }) => ({
    en: `Run R${id} was stopped on request. What it had finished stands, what it was in the middle of was not kept; run the command again to go on.`,
    es: `La ejecución R${id} se detuvo a petición. Lo que había terminado queda, lo que estaba a medias no se guardó; repita el comando para seguir.`,
  }),
  'run.not-waiting': ({ id }) => ({
    en: `Run ${id} cannot be begun: it is not there any more, or it has ended. Look at it: muster show ${id}.`,
    es: `La ejecución ${id} no puede comenzar: ya no está o ha terminado. Véala: muster show ${id}.`,
  }),
  'run.given-up': ({ id, tries }) => ({
    en: `Run ${id} was given up after ${tries} tries: the servers that were at it died or could not get through. Look into their logs, then ask for it again.`,
    es: `La ejecución ${id} se abandonó tras ${tries} intentos: los servidores que la hacían murieron o no lograron comunicarse. Revise sus registros y vuelva a pedirla.`,
  }),
  'run.ended': ({ id, state }) => ({
    en: `Run ${id} has ended (${state}), so there is nothing to stop.`,
    es: `La ejecución ${id} ha terminado (${state}), así que no hay nada que detener.`,
  }),
  'run.lock-lost': ({ id }) => ({
    en: `Run ${id} lost its connection to Muster's database, so another run may have begun; it stopped between two batches. Run the same command again; it continues safely.`,
    es: `La ejecución ${id} perdió su conexión con la base de datos de Muster, así que pudo comenzar otra; se detuvo entre dos lotes. Repita el mismo comando; continúa sin riesgo.`,
  }),
  'run.not-found': ({ id }) => ({
    en: `There is no run ${id}. Look its number up in the list of runs.`,
    es: `No existe la ejecución ${id}. Busque su número en la lista de ejecuciones.`,
  }),
  'run.busy': ({ id, task, actor, host, pid, since }) => ({
    en: `Run ${id} (${task}) has been going on since ${since}, started by ${actor} on ${host}, process ${pid}. Wait for it to end and try again.`,
    es: `La ejecución ${id} (${task}) está en marcha desde ${since}, iniciada por ${actor} en ${host}, proceso ${pid}. Espere a que termine y vuelva a intentarlo.`,
  }),
}
