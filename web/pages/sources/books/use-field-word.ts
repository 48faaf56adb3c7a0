import { useWords } from '../../../words/use-words.ts'
import { BOOKS } from './books-words.ts'

/** Says what a column of ours is called; one without a word stands for itself. */
export function useFieldWord(): (name: string) => string {
  const say: Readonly<Record<string, unknown>> = useWords(BOOKS)
  return (name) => {
    const word = say[name]
    return typeof word === 'string' ? word : name
  }
}
