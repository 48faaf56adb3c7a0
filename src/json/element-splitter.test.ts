import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elementSplitter } from './element-splitter.ts'
import type { SplitFault } from './split-state.ts'

/** A text cut at places that chance chooses. */
const cut = (text: string, places: readonly number[]) =>
  [0, ...places.map((place) => place % (text.length + 1)), text.length]
    .toSorted((one, other) => one - other)
    .map((from, at, all) => text.slice(from, all[at + 1] ?? from))

function split(pieces: readonly string[], wanted: string | null = null) {
  const splitter = elementSplitter(wanted)
  const elements = pieces.flatMap((piece) => splitter.push(piece))
  return { elements, fault: splitter.end() }
}

/** The elements as values, or null where anything of the text is no JSON. */
function valuesOf(pieces: readonly string[], wanted: string | null = null): unknown[] | null {
  const { elements, fault } = split(pieces, wanted)
  if (fault !== null) return null
  try {
    return elements.map((text) => JSON.parse(text))
  } catch {
    return null
  }
}

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

const places = fc.array(fc.nat(), { maxLength: 12 })
const spacing = fc.constantFrom(undefined, 1, '\t')
const lists = fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 6 })
/** An edit of one character, such as a disk or a person makes. */
const edit = fc.record({
  at: fc.nat(),
  drop: fc.nat({ max: 2 }),
  put: fc.constantFrom('', ',', ']', '[', '}', '{', '"', '\\', ':', ' ', '1', 'null', '\n'),
})
const edited = (text: string, { at, drop, put }: { at: number; drop: number; put: string }) => {
  const place = at % (text.length + 1)
  return text.slice(0, place) + put + text.slice(place + drop)
}

describe('the elements of a list', () => {
  it('are those that JSON.parse finds, however the text is cut and spaced', () => {
    fc.assert(
      fc.property(lists, spacing, places, (list, space, at) => {
        expect(valuesOf(cut(JSON.stringify(list, null, space), at))).toEqual(
          JSON.parse(JSON.stringify(list)),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('are found in the one list of an object, wherever it stands', () => {
    const others = fc.dictionary(
      fc.string(),
      fc.jsonValue({ maxDepth: 3 }).filter((value) => !Array.isArray(value)),
      { maxKeys: 4 },
    )
    const drawn = fc.record({ members: others, list: lists, space: spacing, at: places })
    fc.assert(
      fc.property(drawn, ({ members, list, space, at }) => {
        const entries = Object.entries(members)
        const middle = entries.length >> 1
        const object = Object.fromEntries([
          ...entries.slice(0, middle),
          ['the list', list],
          ...entries.slice(middle),
        ])
        expect(valuesOf(cut(JSON.stringify(object, null, space), at))).toEqual(
          JSON.parse(JSON.stringify(list)),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('are none where JSON.parse finds no list, and the same where it finds one', () => {
    fc.assert(
      fc.property(lists, edit, places, (list, how, at) => {
        const text = edited(JSON.stringify(list, null, 1), how)
        const whole = parsed(text)
        const isList = whole !== null && Array.isArray(whole.value)

        const isObject = whole !== null && /^\s*\{/u.test(text)
        if (!isObject) expect(valuesOf(cut(text, at))).toEqual(isList ? whole.value : null)
      }),
      { numRuns: 2_000 },
    )
  })

  it('are none of an object that JSON.parse refuses', () => {
    fc.assert(
      fc.property(lists, edit, places, (list, how, at) => {
        const text = edited(JSON.stringify({ count: 2, devices: list, more: { a: [1] } }), how)
        const values = valuesOf(cut(text, at))

        if (values !== null) expect(parsed(text)).not.toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a text that holds no one list', () => {
  it.each<[string, SplitFault]>([
    ['', 'ends-early'],
    ['[1,2', 'ends-early'],
    ['[1,"a', 'ends-early'],
    ['{"devices":[1]', 'ends-early'],
    ['7', 'no-list'],
    ['"text"', 'no-list'],
    ['{}', 'no-list'],
    ['{"a":{"b":[1]}}', 'no-list'],
    ['{"a":[1],"b":[2]}', 'several-lists'],
    ['[1] [2]', 'foreign-bytes'],
    ['[1],', 'foreign-bytes'],
    ['[1 2]', 'json-broken'],
    ['{"a" [1]}', 'json-broken'],
    ['{a:[1]}', 'json-broken'],
    ['{"a":[1],}', 'json-broken'],
    ['{"n":tru,"a":[1]}', 'json-broken'],
  ])('is told for %s', (text, fault) => {
    expect(split([text]).fault).toBe(fault)
  })

  it('is read no further than its fault', () => {
    const splitter = elementSplitter()
    splitter.push('[1,2] x')

    expect(splitter.push('[3]')).toEqual([])
    expect(splitter.fault()).toBe('foreign-bytes')
  })
})

it('takes the list that is wanted where an object holds several', () => {
  const text = '{"errors":["x",["y"]],"devices":[{"id":1}],"pages":[]}'

  expect(valuesOf([text], 'devices')).toEqual([{ id: 1 }])
  expect(split([text], 'hosts').fault).toBe('no-list')
})

it('holds no more of a long text than the element it is in', () => {
  const splitter = elementSplitter()
  splitter.push('[')
  const most = Array.from({ length: 10_000 }, (_, at) => {
    splitter.push(`{"id":${at}},`)
    return splitter.pending()
  }).reduce((one, other) => Math.max(one, other))
  splitter.push('{"id":')

  expect(most).toBe(0)
  expect(splitter.pending()).toBe('{"id":'.length)
})
