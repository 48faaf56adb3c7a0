import type { Dice } from '../dice.ts'
import { happens, pick } from '../dice.ts'
import { organisationAt } from '../organisations/organisations.ts'
import type { Standing } from './life.ts'
import type { Nature } from './nature.ts'

/** What a machine is called. */
export interface Names {
  /** Whole and in capitals, without a domain. */
  readonly host: string
  /** What a person wrote, or the host name. */
  readonly display: string
  /** Who uses it. */
  readonly person: Person
}

interface Person {
  readonly name: string
  readonly login: string
}

const PEOPLE: readonly Person[] = [
  ...[person('Sam Ortega', 'sam'), person('Inés Peña', 'ines.pena'), person('Wen Lu', 'wen')],
  ...[person('Zoë Ångman', 'zoe'), person('Łucja Maj', 'lucja'), person('Tom Reed', 'tom.reed')],
  ...[person("Niamh O'Dell", 'niamh'), person('José Núñez', 'jose.nunez')],
  ...[person('Priya Rao', 'priya'), person('Jürgen Voß', 'j.voss'), person('Ada Mensah', 'ada')],
]
const ROOMS = ['Reception', 'Accounts', 'Workshop', 'Training', 'Counter', 'Boardroom', 'Almacén']
const FRIENDLY = 0.15
/** Of ten letters, so that 15 characters hold no digit of the number behind it. */
const LONG_WORDS = ['ACCOUNTING', 'OPERATIONS', 'PRODUCTION']

/** What a machine is called while it stands so. */
export function namesOf(nature: Nature, standing: Standing, dice: Dice): Names {
  const { machine, planted, build } = nature
  const host = hostOf(nature, standing.renamings, dice)
  const roll = dice('friendly', machine)
  const isFriendly = planted?.code === 'display-name-differs' || happens(roll, FRIENDLY)
  const called = isFriendly && build.platform ? `${pick(ROOMS, roll)} ${numberOf(nature)}` : host
  const isSaidSpare = standing.isSpare && planted?.code !== 'spare-by-location'
  return {
    host,
    display: isSaidSpare ? `SPARE - ${called}` : called,
    person: pick(PEOPLE, dice('person', machine)),
  }
}

/** Its host name after so many renamings; of things without an agent, what they are called. */
export function hostOf(nature: Nature, renamings: number, dice: Dice): string {
  const { machine, planted, home, build } = nature
  const { code } = organisationAt(home)
  const number = numberOf(nature)
  if (planted?.code === 'equal-host-name') {
    const pair = (planted.run * planted.ugly.per700 + planted.nth) >> 1
    return `FRONTDESK-${String(pair).padStart(4, '0')}`
  }
  if (planted?.code === 'cut-name') {
    return `${code}-${pick(LONG_WORDS, Math.floor(planted.nth / 2))}-${number}`
  }
  if (planted?.code === 'cut-name-only') return `${code}-${number}-RECEPTION`
  const words = dice('words', machine) + renamings
  const word = build.words[words % build.words.length] ?? ''
  if (build.platform) return `${code}-${word}-${number}`
  const isHost = build.nodeClass.startsWith('VMWARE') || build.nodeClass.startsWith('HYPERV')
  return isHost ? `${code.toLowerCase()}-${word}${number}` : `${word} ${number}`
}

/** At least four digits, the machine's own. */
function numberOf({ machine }: Nature): string {
  return String(machine).padStart(4, '0')
}

function person(name: string, login: string): Person {
  return { name, login }
}
