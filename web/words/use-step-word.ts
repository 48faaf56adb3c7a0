import { STEPS } from 'virtual:step-words'
import { RUNS } from './run-words.ts'
import { useLanguage, useWords } from './use-words.ts'

/** Says what a step of a run does; one of another version stands for itself. */
export function useStepWord(): (step: string) => string {
  const language = useLanguage()
  const say = useWords(RUNS)
  return (step) => {
    const source = /^collect (.*)$/su.exec(step)?.[1]
    if (source !== undefined) return say.collecting(source)
    return STEPS[step]?.[language] ?? step
  }
}
