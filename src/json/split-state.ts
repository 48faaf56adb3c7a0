/** Why a text is not one list of JSON, or an object with one. */
export type SplitFault =
  | 'ends-early'
  | 'json-broken'
  | 'no-list'
  | 'several-lists'
  | 'foreign-bytes'

/** What may come next, outside of any value. */
type Expecting =
  | 'start'
  | 'element-or-end'
  | 'element'
  | 'after-element'
  | 'key-or-end'
  | 'key'
  | 'colon'
  | 'member'
  | 'after-member'
  | 'end'

/** Where in the text around the elements a reader stands. */
export interface SplitState {
  readonly expecting: Expecting
  /** Whether the list is a member of an object. */
  readonly isInObject: boolean
  /** Of the member that is being read. */
  readonly key: unknown
  /** Lists entered so far. */
  readonly lists: number
  readonly fault: SplitFault | null
}

export const SPLIT_START: SplitState = {
  expecting: 'start',
  isInObject: false,
  key: null,
  lists: 0,
  fault: null,
}

const STEPS: ReadonlyMap<string, Expecting | 'list-ends' | 'object-ends'> = new Map([
  ['start [', 'element-or-end'],
  ['start {', 'key-or-end'],
  ['member [', 'element-or-end'],
  ['element-or-end ]', 'list-ends'],
  ['after-element ]', 'list-ends'],
  ['after-element ,', 'element'],
  ['colon :', 'member'],
  ['after-member ,', 'key'],
  ['key-or-end }', 'object-ends'],
  ['after-member }', 'object-ends'],
])

/** Where a character that stands outside of every value leads. */
export function afterCharacter(state: SplitState, character: string): SplitState {
  const { expecting, isInObject, lists } = state
  const step = STEPS.get(`${expecting} ${character}`)
  if (step === undefined) return { ...state, fault: faultAt(expecting) }
  if (step === 'list-ends') return { ...state, expecting: isInObject ? 'after-member' : 'end' }
  if (step === 'object-ends') {
    return lists === 0 ? { ...state, fault: 'no-list' } : { ...state, expecting: 'end' }
  }
  if (step === 'key-or-end') return { ...state, expecting: step, isInObject: true }
  if (expecting !== 'member') return { ...state, expecting: step }
  return { ...state, expecting: step, lists: lists + 1, fault: lists > 0 ? 'several-lists' : null }
}

function faultAt(expecting: Expecting): SplitFault {
  if (expecting === 'start') return 'no-list'
  return expecting === 'end' ? 'foreign-bytes' : 'json-broken'
}

/** True where a value begins that is to be read whole; the list that is `wanted` is not. */
export function beginsValue(
  { expecting, key }: SplitState,
  character: string,
  wanted: string | null,
): boolean {
  switch (expecting) {
    case 'element':
      return true
    case 'element-or-end':
      return character !== ']'
    case 'key':
    case 'key-or-end':
      return character === '"'
    case 'member':
      return character !== '[' || (wanted !== null && key !== wanted)
    default:
      return false
  }
}

/** True while what is read are elements, which are for the caller to parse. */
export function isElement({ expecting }: SplitState): boolean {
  return expecting === 'element' || expecting === 'element-or-end'
}

/** Where a value that was read leads; those around the elements are checked here. */
export function afterValue(state: SplitState, text: string): SplitState {
  if (isElement(state)) return { ...state, expecting: 'after-element' }
  const value = parsed(text)
  if (value === undefined) return { ...state, fault: 'json-broken' }
  if (state.expecting === 'member') return { ...state, expecting: 'after-member' }
  return { ...state, expecting: 'colon', key: value }
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
