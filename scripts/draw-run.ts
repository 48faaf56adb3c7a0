import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Draws what a command prints as an SVG: `node scripts/draw-run.ts FILE.svg COMMAND ARGUMENT...` */
const [file = '', command = '', ...args] = process.argv.slice(2)
const FONT_SIZE = 13
const LINE_HEIGHT = 18
/** Width of one character of a monospaced font, as a share of its size. */
const ADVANCE = 0.602
const MARGIN = 20

const printed = await print(command, args)
const shown = ['muster', ...args].filter((arg, at, all) => !isConfig(arg, all[at - 1])).join(' ')
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, drawing([`$ ./${shown}`, '', ...printed.trimEnd().split('\n')]))

function print(program: string, words: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    execFile(program, words, { maxBuffer: 1e7 }, (error, stdout, stderr) => {
      // 2 says that there are differences, which is what the picture shows.
      if (error && error.code !== 2) fail(new Error(stderr))
      else done(stdout)
    })
  })
}

/** The configuration lies where the demo put it, which is nobody's concern. */
function isConfig(arg: string, before: string | undefined): boolean {
  return arg === '--config' || before === '--config'
}

function drawing(lines: readonly string[]): string {
  const longest = Math.max(...lines.map((line) => line.length))
  const width = Math.ceil(longest * FONT_SIZE * ADVANCE) + 2 * MARGIN
  const height = lines.length * LINE_HEIGHT + 2 * MARGIN
  const rows = lines.map((line, at) => {
    const y = MARGIN + (at + 0.75) * LINE_HEIGHT
    const look = line.startsWith('$') ? ' fill="#7ee787"' : ''
    return `<text x="${MARGIN}" y="${y}"${look} xml:space="preserve">${escaped(line)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>${escaped(lines[0] ?? '')}</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="'DejaVu Sans Mono', Menlo, Consolas, ui-monospace, monospace" font-size="${FONT_SIZE}" fill="#e6edf3">
${rows.join('\n')}
</g>
</svg>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
