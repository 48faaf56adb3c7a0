import { parseArgs } from 'node:util'
import { describe, expect, it } from 'vitest'
import { RESULT_OPTIONS, RESULTS, resultFolder } from './result-options.ts'

const folderOf = (...args: string[]) =>
  resultFolder(parseArgs({ args, options: RESULT_OPTIONS }).values)

describe('resultFolder', () => {
  it('is bench/results unless another is named', () => {
    expect(folderOf()).toBe(RESULTS)
    expect(folderOf('--results', 'elsewhere')).toBe('elsewhere')
  })

  it('is none where no result is wanted', () => {
    expect(folderOf('--no-result')).toBeNull()
  })
})
