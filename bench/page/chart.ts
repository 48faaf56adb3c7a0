import { escaped } from '../../web/build/docs/escaped.ts'
import {
  fullSizeFigures,
  type KeptFigure,
  type KeptResult,
  type KeptSpread,
} from '../report/kept-result.ts'
import { shownSpread } from '../report/shown.ts'

/** A bar of a chart: whose it is, and what was measured. */
interface Bar {
  readonly whose: string
  readonly spread: KeptSpread
  readonly color: string
}

const COLORS = { Muster: '#1c64d1', peer: '#8a8f98', ink: '#1f2328', axis: '#6b7280' } as const
const WIDTH = 820
const MARGIN = 16
/** Where bars begin, and how long the longest is. */
const [FROM, LONGEST] = [220, 410] as const
const [LINE, BAR] = [18, 12] as const
const GAP = 10

/** The figures of the full size as bars, Muster above its peer: those of one unit on one scale from 0. */
export function chartOf(result: KeptResult): string {
  const figures = chartedFigures(result)
  const units = [...new Set(figures.map(({ unit }) => unit))]
  let y = MARGIN
  const parts: string[] = []
  for (const unit of units) {
    const inside = figures.filter((figure) => figure.unit === unit)
    const most = Math.max(...inside.flatMap(barsOf).map(({ spread }) => spread.max))
    parts.push(text([MARGIN, y + LINE * 0.75], unit === '' ? 'no unit' : unit, COLORS.axis))
    y += LINE
    for (const figure of inside) {
      parts.push(text([MARGIN, y + LINE * 0.75], figure.name, COLORS.ink))
      y += LINE
      for (const bar of barsOf(figure)) {
        parts.push(drawn(bar, y, most))
        y += LINE
      }
    }
    y += GAP
  }
  return drawing(parts, y + MARGIN - GAP, result.name)
}

/** Bars begin at 0: what lies below, and what has no size, stands in the table only. */
export function chartedFigures(result: Parameters<typeof fullSizeFigures>[0]): KeptFigure[] {
  return fullSizeFigures(result).filter(
    (figure) =>
      barsOf(figure).every(({ spread }) => spread.min >= 0) &&
      barsOf(figure).some(({ spread }) => spread.max > 0),
  )
}

function barsOf({ muster, peer }: KeptFigure): Bar[] {
  return [
    { whose: 'Muster', spread: muster, color: COLORS.Muster },
    ...(peer ? [{ whose: peer.name, spread: peer, color: COLORS.peer }] : []),
  ]
}

/** A bar as long as its median, its ends as a line over it. */
function drawn({ whose, spread, color }: Bar, y: number, most: number): string {
  const at = (value: number) => round(FROM + (value / most) * LONGEST)
  const middle = y + BAR / 2
  const baseline = y + BAR - 2
  const { median, min, max } = spread
  return [
    text([MARGIN + 12, baseline], whose, COLORS.axis),
    `<rect x="${FROM}" y="${y}" width="${round(at(median) - FROM)}" height="${BAR}" fill="${color}"/>`,
    min === max
      ? ''
      : `<path d="M${at(min)} ${middle}H${at(max)}" stroke="${COLORS.ink}" stroke-width="2"/>`,
    text([at(max) + 6, baseline], shownSpread(spread), COLORS.ink),
  ].join('')
}

function text([x, y]: readonly [number, number], words: string, color: string): string {
  return `<text x="${x}" y="${round(y)}" fill="${color}">${escaped(words)}</text>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function drawing(parts: readonly string[], height: number, name: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">
<title>${escaped(name)}</title>
<rect width="100%" height="100%" rx="6" fill="#ffffff"/>
<g font-family="system-ui, 'DejaVu Sans', Arial, sans-serif" font-size="12">
${parts.join('\n')}
</g>
</svg>
`
}
