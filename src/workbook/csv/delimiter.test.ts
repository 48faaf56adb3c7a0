import { describe, expect, it } from 'vitest'
import { findDelimiter } from './delimiter.ts'

describe('findDelimiter', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['Empresa X, S.A., La Habana\n\nUno, dos\na;b;c;d\n1;2;3;4\n1;2;3;4\n', ';'],
    ['"a;b;c;d",x\n"a;b;c;d",y\n', ','],
    ['one column\nonly\n', ','],
    ['', ','],
  ])('in %j is %j', (sample, character) => {
    expect(findDelimiter(sample)).toEqual({ character, isDeclared: false })
  })

  it('is what the first line declares', () => {
    expect(findDelimiter('sep=;\na,b;c\n')).toEqual({ character: ';', isDeclared: true })
  })
})
