import type { Words } from '../../words/phrase.ts'

/** What the list of runs says. */
export const RUN_LIST = {
  title: { en: 'Runs', es: 'Ejecuciones' },
  list: { en: 'What was run', es: 'Qué se ejecutó' },
  none: { en: 'Nothing like this was run.', es: 'No se ejecutó nada así.' },
  number: { en: 'Run', es: 'Ejecución' },
  task: { en: 'Task', es: 'Tarea' },
  state: { en: 'State', es: 'Estado' },
  who: { en: 'Who', es: 'Quién' },
  began: { en: 'Began', es: 'Comenzó' },
  took: { en: 'Took', es: 'Duró' },
  tries: { en: 'Tries', es: 'Intentos' },
  host: { en: 'Server', es: 'Servidor' },
  version: { en: 'Version', es: 'Versión' },
  schedule: { en: 'the timetable', es: 'el horario' },
} satisfies Words
