import type { Chance } from '../../demo/chance.ts'
import { damaged } from './damage.ts'
import { ODD_TEXTS } from './words.ts'

/** What YAML can say where a plain value is awaited. */
const VALUES: readonly string[] = [
  ...['', '~', 'null', 'true', '0', '-1', '1.5', '1e400', '.nan', '.inf', '0o17', '2026-01-31'],
  ...['[]', '{}', '[[]]', '{a: {}}', '*a', '&a [*a]', '&a {b: *a}', '!!binary aGk=', '!!set {a}'],
  ...['!!omap [a: 1]', '!!js/function x', '!!timestamp 2026-01-31', '<<: *a', '? a', '"\\u0000"'],
  ...[
    '"\\ud800"',
    '|\n  text',
    '>-\n  text',
    '{__proto__: {x: 1}}',
    '{constructor: 1}',
    '@x',
    '`x`',
  ],
]
/** Many times itself, or deeper than any stack. */
const BOMBS: readonly ((chance: Chance) => string)[] = [
  (chance) => '['.repeat(1 + chance.below(20_000)),
  (chance) => '{a: '.repeat(1 + chance.below(20_000)),
  (chance) => `${'- '.repeat(1 + chance.below(5000))}x`,
  () =>
    [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, at) => {
        const before = 'abcdefghi'[at]
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`
      }),
    ].join('\n'),
  (chance) => `${'a'.repeat(1 + chance.below(50_000))}: 1`,
]

/** YAML of which lines, values or bytes are otherwise than they were. */
export function damagedYaml(corpus: readonly Buffer[], chance: Chance): Buffer {
  if (chance.happens(0.3)) return damaged(corpus, chance)
  const lines = chance.pick(corpus).toString('utf8').split('\n')
  for (let count = 1 + chance.below(6); count > 0; count -= 1) changeLine(lines, chance)
  if (chance.happens(0.05)) lines.splice(chance.below(lines.length), 0, chance.pick(BOMBS)(chance))
  return Buffer.from(lines.join('\n'))
}

function changeLine(lines: string[], chance: Chance): void {
  const at = chance.below(lines.length)
  const line = lines[at] ?? ''
  const [, indent = '', key] = /^(\s*(?:- )?)([\w-]+):/u.exec(line) ?? []
  const value = chance.pick(chance.happens(0.7) ? VALUES : ODD_TEXTS)
  const changes = [
    [],
    [line, line],
    [` ${line}`],
    [line.trimStart()],
    [line.replace(/^( *)# ?/u, '$1')],
    ...(key === undefined ? [] : [[`${indent}${key}: ${value}`], [`${indent}${value}: ${key}`]]),
    ...(key === undefined ? [] : [[`${indent}${key}: ${value}`]]),
    [line, lines[chance.below(lines.length)] ?? ''],
    [line.replace(/[^\s:]+$/u, () => value)],
  ]
  lines.splice(at, 1, ...chance.pick(changes))
}
