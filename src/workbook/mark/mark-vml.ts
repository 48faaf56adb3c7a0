import type { CellNote } from './mark-note.ts'
import type { SheetLayout } from './mark-sheet-head.ts'
import { nextTag } from './mark-xml.ts'

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"'
const BOX_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
const LAST_COLUMN = 16_383
const LAST_ROW = 1_048_575
/** Shape ids come in blocks of this many, one or more blocks to a drawing. */
const BLOCK = 1_024
const BOX_PIXELS = 320
const LINE_CHARACTERS = 48
const LINE_PIXELS = 16
const ROW_PIXELS = 20
const MOST_LINES = 30

type Widths = Pick<SheetLayout, 'columnPixels'>

/** A drawing without shapes, whose shape ids are of `block`. */
export function noShapes(block: number): string {
  return `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>${BOX_TYPE}</xml>`
}

/** The blocks of shape ids that a drawing says are its own. */
export function blocksOf(vml: string): number[] {
  const data = /idmap[^>]*?\sdata\s*=\s*["']([\d,\s]+)["']/.exec(vml)?.[1] ?? ''
  return data.split(',').map(Number)
}

/** A drawing with a hidden box, wide and high enough to be read, for each note. */
export function withBoxes(vml: string, notes: readonly CellNote[], layout: Widths): string {
  const end = vml.lastIndexOf('</')
  if (end < 0) throw new SyntaxError('drawing-never-closed')
  const first = nextShapeId(vml)
  const type = vml.includes('"_x0000_t202"') ? '' : scoped(BOX_TYPE, vml)
  const boxes = notes.map((note, index) => scoped(boxXml(note, first + index, layout), vml))
  return vml.slice(0, end) + type + boxes.join('') + vml.slice(end)
}

/** The drawing with the boxes of these cells' comments higher, by the lines that were added. */
export function withGrownBoxes(vml: string, notes: readonly CellNote[]): string {
  if (notes.length === 0) return vml
  const noteByCell = new Map(notes.map((note) => [`${note.row - 1},${note.column}`, note]))
  return vml.replace(/<x:ClientData[\s>][\s\S]*?<\/x:ClientData>/g, (data) => {
    const cell = `${numberIn(data, 'Row')},${numberIn(data, 'Column')}`
    const note = noteByCell.get(cell)
    return note
      ? data.replace(/(<x:Anchor>)([^<]*)/, (_all, tag, at) => tag + lower(at, note))
      : data
  })
}

function lower(anchor: string, note: CellNote): string {
  const places = anchor.split(',').map((place) => Number(place.trim()))
  const bottom = places[6]
  if (places.length !== 8 || bottom === undefined) return anchor
  places[6] = Math.min(LAST_ROW, bottom + rowsFor(linesOf(note.text) + 1))
  return places.join(', ')
}

function numberIn(data: string, name: string): number {
  return Number(new RegExp(`<x:${name}>\\s*(\\d+)\\s*</x:${name}>`).exec(data)?.[1])
}

function nextShapeId(vml: string): number {
  const ids = [...vml.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1]))
  const block = Math.max(1, ...blocksOf(vml).filter(Number.isFinite))
  return ids.reduce((most, id) => Math.max(most, id), block * BLOCK) + 1
}

/** Declares the prefixes on the shape itself where the drawing's root does not. */
function scoped(shape: string, vml: string): string {
  const root = nextTag(vml, 0)
  const tag = root === null ? '' : vml.slice(root.start, root.end)
  const declared = NAMESPACES.split(' ').every((declaration) => tag.includes(declaration))
  return declared ? shape : shape.replace(/^<[^\s>]+/, (tag) => `${tag} ${NAMESPACES}`)
}

function boxXml(note: CellNote, id: number, layout: Widths): string {
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;width:240pt;height:${boxPoints(note)}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchorOf(note, layout)}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${note.row - 1}</x:Row><x:Column>${note.column}</x:Column></x:ClientData></v:shape>`
}

/** Three quarters of a point to a pixel. */
function boxPoints(note: CellNote): number {
  return rowsFor(linesOf(note.text) + 1) * ROW_PIXELS * 0.75
}

/** Left column and offset, top row and offset, right column and offset, bottom row and offset. */
function anchorOf(note: CellNote, { columnPixels }: Widths): string {
  const left = Math.min(note.column + 1, LAST_COLUMN - 1)
  const top = Math.max(0, note.row - 2)
  let right = left
  let rest = BOX_PIXELS + 15
  while (right < LAST_COLUMN && rest > columnPixels(right)) {
    rest -= columnPixels(right)
    right += 1
  }
  const bottom = Math.min(LAST_ROW, top + rowsFor(linesOf(note.text) + 1))
  return [left, 15, top, 2, right, Math.max(0, rest), bottom, 4].join(', ')
}

/** Lines that a text takes in a box, breaks and wrapping counted. */
function linesOf(text: string): number {
  const lines = text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(line.length / LINE_CHARACTERS)))
  return Math.min(
    MOST_LINES,
    lines.reduce((sum, count) => sum + count, 0),
  )
}

function rowsFor(lines: number): number {
  return Math.ceil((lines * LINE_PIXELS) / ROW_PIXELS)
}
