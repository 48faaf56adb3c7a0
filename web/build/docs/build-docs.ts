import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked, type Tokens } from 'marked'
import { type PageGroup, pageHtml } from './layout.ts'
import { followLink } from './links.ts'
import { FIRST_PAGE, pageFiles } from './page-files.ts'
import { renderPage } from './render.ts'

/** A file of the documentation as it is served. */
export interface BuiltFile {
  /** Below the folder of the web app: `docs/access.html`. */
  readonly name: string
  readonly content: string | Uint8Array
}

/** Everything that is served under `/docs`, made of what lies in the repository. */
export function buildDocs(root: string): BuiltFile[] {
  const files = pageFiles(root)
  const addresses = new Map(files.map(({ file, address }) => [file, address]))
  const groups = groupsOf(files.find(({ file }) => file === FIRST_PAGE)?.text ?? '', addresses)
  const pages = files.map(({ file, address, text }) => {
    return { address, rendered: renderPage(text, file, addresses) }
  })
  const pictures = new Set(pages.flatMap(({ rendered }) => rendered.pictures))
  return [
    ...pages.map(({ address, rendered }) => {
      const name = address === '/docs' ? 'docs/index.html' : `${address.slice(1)}.html`
      return { name, content: pageHtml(rendered, groups, address) }
    }),
    ...[...pictures].map((file) => ({ name: file, content: readFileSync(join(root, file)) })),
    { name: 'docs/docs.css', content: readFileSync(join(import.meta.dirname, 'docs.css'), 'utf8') },
  ]
}

/** The first page is the list of all others: its headings are the groups, its links the pages. */
function groupsOf(firstPage: string, addresses: ReadonlyMap<string, string>): PageGroup[] {
  const groups: { title: string; pages: { address: string; title: string }[] }[] = []
  for (const token of marked.lexer(firstPage)) {
    if (token.type === 'heading' && token.depth === 2) groups.push({ title: token.text, pages: [] })
    const group = groups.at(-1)
    if (token.type !== 'list' || !group) continue
    for (const { href, text } of linksIn(token.items)) {
      const link = followLink(href, FIRST_PAGE, addresses)
      if (link.kind === 'page') group.pages.push({ address: link.address, title: text })
    }
  }
  return groups
}

function linksIn(items: readonly Tokens.ListItem[]): Tokens.Link[] {
  const links: Tokens.Link[] = []
  marked.walkTokens([...items], (token) => {
    if (token.type === 'link') links.push(token as Tokens.Link) // what its type says
  })
  return links
}
