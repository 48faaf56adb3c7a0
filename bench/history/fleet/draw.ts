/** What is drawn; each question has answers of its own. */
const QUESTIONS = {
  change: 1,
  organisation: 2,
  location: 3,
  word: 4,
  model: 5,
  contact: 6,
  online: 7,
  address: 8,
  disk: 9,
  user: 10,
  agent: 11,
  denials: 12,
} as const
export type Question = keyof typeof QUESTIONS

/**
 * A number from 0 to 2^32 - 1 for a place and a turn: the same whenever the same is asked, so that any
 * machine can be made alone and in any order.
 */
export function drawAt(question: Question, place: number, turn: number): number {
  const asked = stirred(Math.imul(QUESTIONS[question], 0x9e3779b1))
  return stirred(stirred(asked ^ place) ^ Math.imul(turn + 1, 0x85ebca6b)) >>> 0
}

/** The finishing step of MurmurHash3 (Appleby): each bit given changes about half of those returned. */
function stirred(bits: number): number {
  let stirring = bits
  stirring = Math.imul(stirring ^ (stirring >>> 16), 0x85ebca6b)
  stirring = Math.imul(stirring ^ (stirring >>> 13), 0xc2b2ae35)
  return stirring ^ (stirring >>> 16)
}
