import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testMariadb } from '../../test/support/mariadb.ts'
import { accessShifts } from './access-scope.ts'
import { foldTag } from './tag-collation.ts'

let connection: Connection
beforeAll(async () => {
  const { host, port, user, password } = testMariadb()
  connection = await createConnection({ host, port, user, password, charset: 'utf8_general_ci' })
})
afterAll(() => connection.end())

async function rows<T>(statement: string, values: unknown[]): Promise<T[]> {
  const [found] = await connection.query<(RowDataPacket & T)[]>(statement, values)
  return found
}

/** Every letter a TAG written in a Latin script may hold, with its ASCII. */
const LETTERS = [
  ...Array.from({ length: 0x180 - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at)),
  ...Array.from({ length: 0x1efa - 0x1e00 }, (_, at) => String.fromCodePoint(0x1e00 + at)),
  ...['\u0301', '\u0303', '–', 'Ω', 'ω', 'Ж', 'ж', '会'],
]

it('holds two letters for one exactly where MariaDB does', async () => {
  const weights = await rows<{ letter: string; weight: string }>(
    `select letter, hex(weight_string(letter collate utf8mb3_general_ci)) as weight
    from json_table(?, '$[*]' columns (letter varchar(1) character set utf8mb3 path '$')) as letters`,
    [JSON.stringify(LETTERS)],
  )
  expect(weights).toHaveLength(LETTERS.length)

  const weightByFold = new Map(weights.map(({ letter, weight }) => [foldTag(letter), weight]))
  const foldByWeight = new Map(weights.map(({ letter, weight }) => [weight, foldTag(letter)]))
  const differing = weights.filter(
    ({ letter, weight }) =>
      weightByFold.get(foldTag(letter)) !== weight || foldByWeight.get(weight) !== foldTag(letter),
  )
  expect(differing).toEqual([])
})

const PATTERNS = [
  ...['Direccion*', 'DIRECCIÓN-?ala', 'Peñon_?', 'penon_a', 'Peñón_A', 'S?la', 'S*a', 'Sala', '*'],
  ...['Sala ', '100%', '100%*', 'stra?e', 'strase*', '', '*ñ*', '*n\u0303*', 'A?B%', 'Torre_*'],
]
const TAGS = [
  ...['Dirección-Sala', 'direccion-', 'Peñon_A', 'PENON_a', 'PenonXA', 'Sala', 'Sala  ', 'sala'],
  ...['100%', '100 veces', 'straße', 'STRASE', '', ' ', 'Peño\u0301n', 'an\u0303o', 'año', 'axbc'],
  ...['Torre_Norte', 'TorreNorte', 'Torre'],
]

it('lets a pattern see the TAGs that the queries of OCS give', async () => {
  for (const pattern of PATTERNS) {
    const like = pattern.replaceAll('*', '%').replaceAll('?', '_')
    const condition = like === pattern ? 'tag in (?)' : 'tag like ?'
    const found = await rows<{ tag: string }>(
      `select tag
      from json_table(?, '$[*]' columns (
        place for ordinality,
        tag varchar(255) character set utf8mb3 collate utf8mb3_general_ci path '$'
      )) as tags
      where ${condition}
      order by place`,
      [JSON.stringify(TAGS), like],
    )
    const seen = TAGS.filter((to) => sees(pattern, to))
    expect({ pattern, seen }).toEqual({ pattern, seen: found.map(({ tag }) => tag) })
  }
})

function sees(pattern: string, to: string): boolean {
  return accessShifts([{ login: 'ana', pattern }], [{ from: null, to }]).length === 1
}
