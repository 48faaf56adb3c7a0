import { Listr, ListrLogger, type ListrTask, ProcessOutput } from 'listr2'
import { type Language, say } from '../language/language.ts'
import { stepWords } from '../language/step-words.ts'
import { type Progress, SILENT, type StepName } from '../lib/progress.ts'
import { paceWords } from './pace.ts'

/** Milliseconds between two looks at a step; more often only costs time. */
const REDRAW_MS = 100

/**
 * Shows each step with its rows, rate and time left while it runs; of steps that run at once, one
 * after the other. Draws on the error stream, so that an answer can be piped while the progress is
 * seen; silent where that is no terminal.
 */
export function terminalProgress(stream: NodeJS.WriteStream, language: Language): Progress {
  if (!stream.isTTY) return SILENT
  const logger = new ListrLogger({ processOutput: new ProcessOutput(stream, stream) })
  const rendererOptions = { logger, showErrorMessage: false, timer: timer(language) }
  let shown: Promise<unknown> = Promise.resolve()
  return {
    async step(name, work) {
      const pace = paced(name, language)
      const running = work(pace.tick)
      const task: ListrTask['task'] = async (_context, line) => {
        pace.showOn((words) => {
          line.output = words
        })
        await running
      }
      const list = new Listr(
        { title: say(stepWords(name), language), task },
        { rendererOptions, forceTTY: true, registerSignalListeners: false },
      )
      shown = shown.then(() => list.run()).catch(() => {}) // thrown to whoever asked for the step
      await Promise.allSettled([running, shown])
      return running
    },
  }
}

/** Counts from now on, and tells the pace once there is a line to tell it on. */
function paced(step: StepName, language: Language) {
  const started = performance.now()
  let shownAt = 0
  let show: (words: string) => void = () => {}
  return {
    showOn: (line: (words: string) => void) => {
      show = line
    },
    tick: (done: number, total: number | null) => {
      const elapsedMs = performance.now() - started
      if (elapsedMs - shownAt < REDRAW_MS) return
      shownAt = elapsedMs
      show(say(paceWords({ step, done, total, elapsedMs }), language))
    },
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
