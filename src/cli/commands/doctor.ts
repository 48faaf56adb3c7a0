import { resolve } from 'node:path'
import type { Config } from '../../config.ts'
import { say } from '../../language/language.ts'
import type { Command, Desk } from '../command.ts'
import { examine } from '../doctor/examine.ts'
import { type Health, worstOf } from '../doctor/remark.ts'
import type { Ending } from '../exit-code.ts'
import { doctorLines } from '../lines/doctor-lines.ts'
import { readConfig } from '../read-config.ts'

const ENDINGS: Readonly<Record<Health, Ending>> = {
  ok: 'agreed',
  attention: 'differences',
  broken: 'failed',
}

export const doctor: Command = {
  name: 'doctor',
  does: {
    en: 'look at configuration, keys, database, sources, disk and clock, and say what to do; writes nothing',
    es: 'revisar configuración, claves, base de datos, fuentes, disco y reloj, y decir qué hacer; no escribe nada',
  },
  run: (desk) => desk.answer(() => examineAt(desk)),
}

async function examineAt(desk: Desk) {
  const { config: name, env, version, now } = desk
  const asked: { config: Config | null } = { config: null }
  const remarks = await examine({
    ...{ file: resolve(name), version, now },
    readConfig: async () => {
      asked.config = await readConfig(env, name, desk.language)
      return asked.config
    },
  })
  const language = desk.languageFor(asked.config?.language)
  const health = worstOf(remarks)
  const items = remarks.map(({ says, todo, ...remark }) => ({
    ...remark,
    says: say(says, language),
    todo: todo === null ? null : say(todo, language),
  }))
  return {
    ending: ENDINGS[health],
    document: { health, items, total: items.length },
    lines: doctorLines(remarks, language),
  }
}
