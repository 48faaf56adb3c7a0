import type { App } from '../../app.ts'
import { decideLink, explainMachine, revokeLink } from '../../jobs/fleet/link-machines.task.ts'
import { openQuestions } from '../../jobs/fleet/open-questions.task.ts'
import type { Answer } from '../answer.ts'
import { AUTHOR_OPTIONS, askedAuthor } from '../asked-author.ts'
import { todayOf } from '../asked-day.ts'
import { appCommand } from '../command.ts'
import { questionLines } from '../lines/link-lines.ts'
import { storyLines } from '../lines/story-lines.ts'
import { linkAnswer } from '../link-answer.ts'

export const link = appCommand({
  name: 'link',
  does: {
    en: 'say that two records are one machine; of one record, explain which machine it is; alone, list what a person must decide',
    es: 'decir que dos registros son un solo equipo; de un registro, explicar qué equipo es; sin nada, listar lo que debe decidir una persona',
  },
  argument: {
    syntax: '[machine]',
    means: { en: 'a record: ninjaone:501', es: 'un registro: ninjaone:501' },
  },
  second: {
    syntax: '[machine]',
    means: { en: 'the other record', es: 'el otro registro' },
  },
  options: [
    ...AUTHOR_OPTIONS,
    {
      flags: '--forget',
      means: {
        en: 'take back what was said of the two, whichever it was',
        es: 'retirar lo que se dijo de los dos, fuera lo que fuera',
      },
    },
  ],
  async work(app, call) {
    const { argument: one, second: other, has } = call
    if (one === null) return questions(app)
    if (other === undefined) {
      const story = await explainMachine(app, one, todayOf(app))
      return { ending: 'agreed', document: story, lines: storyLines(story, app) }
    }
    const { by, reason } = askedAuthor(call)
    const told = has('forget')
      ? await revokeLink(app, { one, other, by })
      : await decideLink(app, { kind: 'must-link', one, other, by, reason })
    return linkAnswer(app, told)
  },
})

async function questions(app: App): Promise<Answer> {
  const items = await openQuestions(app)
  return {
    ending: 'agreed',
    document: { items, total: items.length },
    lines: questionLines(items, app.language),
  }
}
