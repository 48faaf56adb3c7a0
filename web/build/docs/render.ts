import { Marked, type Tokens } from 'marked'
import { anchors } from './anchors.ts'
import { escaped } from './escaped.ts'
import { followLink } from './links.ts'

/** A page as HTML, and what it holds that others may ask of it. */
export interface Rendered {
  readonly title: string
  readonly html: string
  readonly headings: readonly Heading[]
  /** Files of the repository that are shown in it. */
  readonly pictures: readonly string[]
}

export interface Heading {
  readonly depth: number
  readonly text: string
  readonly anchor: string
}

/** Markdown of a file of the repository as HTML that needs neither script nor style of its own. */
export function renderPage(
  text: string,
  file: string,
  addresses: ReadonlyMap<string, string>,
): Rendered {
  const headings: Heading[] = []
  const pictures: string[] = []
  const anchorOf = anchors()
  const marked = new Marked({ gfm: true })
  marked.use({
    renderer: {
      heading({ tokens, depth }) {
        const text = this.parser.parseInline(tokens, this.parser.textRenderer)
        const anchor = anchorOf(unescaped(text))
        headings.push({ depth, text, anchor })
        return `<h${depth} id="${anchor}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      link({ href, tokens }) {
        const inner = this.parser.parseInline(tokens)
        const link = followLink(href, file, addresses)
        if (link.kind === 'repository') {
          return `<span class="file" title="${escaped(link.file)} in the repository">${inner}</span>`
        }
        return `<a href="${escaped(link.address)}">${inner}</a>`
      },
      image({ href, text }) {
        const link = followLink(href, file, addresses)
        if (link.kind !== 'picture') throw new Error(`${file} shows ${href}, which is no picture`)
        pictures.push(link.file)
        return `<img src="${escaped(link.address)}" alt="${escaped(text)}" loading="lazy">`
      },
      code: ({ text, lang }) => codeBlock(text, lang),
      html: ({ text }: Tokens.HTML | Tokens.Tag) => (text.startsWith('<!--') ? '' : escaped(text)),
      table(token) {
        return `<div class="wide" tabindex="0">${tableOf(token, (cell) =>
          this.parser.parseInline(cell.tokens),
        )}</div>\n`
      },
    },
  })
  const html = marked.parse(text, { async: false })
  const title = unescaped(headings[0]?.text ?? file)
  return { title, html, headings, pictures }
}

function codeBlock(text: string, language: string | undefined): string {
  const name = language ? ` class="language-${escaped(language)}"` : ''
  return `<pre tabindex="0"><code${name}>${escaped(text)}\n</code></pre>\n`
}

function tableOf(
  { header, rows }: Tokens.Table,
  inline: (cell: Tokens.TableCell) => string,
): string {
  const head = header.map((cell) => headCell(inline(cell))).join('')
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`)
    .join('\n')
  return `<table><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table>`
}

/** An empty corner heads nothing. */
function headCell(text: string): string {
  return text.trim() === '' ? '<td></td>' : `<th scope="col">${text}</th>`
}

/** The renderer of plain text writes `&amp;` for `&`. */
function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
