import { Listr, ListrLogger, ProcessOutput } from 'listr2'
import { type Language, say } from '../language/language.ts'
import { STEP_WORDS } from '../language/step-words.ts'
import { type Progress, SILENT } from '../lib/progress.ts'
import { paceWords } from './pace.ts'

/** Milliseconds between two looks at a step; more often only costs time. */
const REDRAW_MS = 100

/**
 * Shows each step with its rows, rate and time left while it runs. Draws on the error stream, so
 * that an answer can be piped while the progress is seen; silent where that is no terminal.
 */
export function terminalProgress(stream: NodeJS.WriteStream, language: Language): Progress {
  if (!stream.isTTY) return SILENT
  const logger = new ListrLogger({ processOutput: new ProcessOutput(stream, stream) })
  const rendererOptions = { logger, showErrorMessage: false, timer: timer(language) }
  return {
    async step(name, work) {
      const title = say(STEP_WORDS[name], language)
      const ended: { result: Awaited<ReturnType<typeof work>> }[] = []
      const list = new Listr(
        {
          title,
          task: async (_context, task) => {
            const result = await work(
              paced((words) => {
                task.output = words
              }, language),
            )
            ended.push({ result })
          },
        },
        { rendererOptions, forceTTY: true, registerSignalListeners: false },
      )
      await list.run()
      const [first] = ended
      if (!first) throw new Error(`the step ${name} ended without a result`)
      return first.result
    },
  }
}

function paced(show: (words: string) => void, language: Language) {
  const started = performance.now()
  let shownAt = 0
  return (done: number, total: number | null) => {
    const elapsedMs = performance.now() - started
    if (elapsedMs - shownAt < REDRAW_MS) return
    shownAt = elapsedMs
    show(say(paceWords({ done, total, elapsedMs }), language))
  }
}

/** How long a step took, once it took at least a second. */
function timer(language: Language) {
  const decimal = language === 'es' ? ',' : '.'
  return {
    condition: (ms: number) => ms >= 1_000,
    format:
      () =>
      (text = '') =>
        text,
    field: (ms: number) => `${(ms / 1_000).toFixed(1).replace('.', decimal)} s`,
  }
}
