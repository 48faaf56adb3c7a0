import { decideLink } from '../../jobs/fleet/link-machines.task.ts'
import { AUTHOR_OPTIONS, askedAuthor } from '../asked-author.ts'
import { appCommand } from '../command.ts'
import { linkAnswer } from '../link-answer.ts'

export const unlink = appCommand({
  name: 'unlink',
  does: {
    en: 'say that two records are two machines; their history is told apart from today on',
    es: 'decir que dos registros son dos equipos; su historia se separa desde hoy',
  },
  argument: {
    syntax: '<machine>',
    means: { en: 'a record: ninjaone:501', es: 'un registro: ninjaone:501' },
  },
  second: {
    syntax: '<machine>',
    means: { en: 'the other record', es: 'el otro registro' },
  },
  options: AUTHOR_OPTIONS,
  async work(app, call) {
    const { by, reason } = askedAuthor(call)
    const [one, other] = [call.argument ?? '', call.second ?? '']
    const word = { kind: 'cannot-link', one, other, by, reason } as const
    return linkAnswer(app, await decideLink(app, word))
  },
})
