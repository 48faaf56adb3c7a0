import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { followLink } from '../../web/build/docs/links.ts'
import { pageFiles } from '../../web/build/docs/page-files.ts'
import { renderPage } from '../../web/build/docs/render.ts'

/** Links of Markdown files that lead nowhere: `docs/api.md: access.md#gone`. */
export function brokenLinks(root: string, files: readonly string[]): string[] {
  const addresses = new Map(pageFiles(root).map(({ file, address }) => [file, address]))
  const anchorsOf = (file: string) =>
    renderPage(readFileSync(join(root, file), 'utf8'), file, addresses).headings.map(
      ({ anchor }) => anchor,
    )
  return files.flatMap((file) =>
    linksOf(readFileSync(join(root, file), 'utf8'))
      .filter((href) => {
        const link = followLink(href, file, addresses)
        if (link.kind === 'outside') return false
        if (!existsSync(join(root, link.file))) return true
        const anchor = href.split('#')[1]
        return anchor !== undefined && !anchorsOf(link.file).includes(anchor)
      })
      .map((href) => `${file}: ${href}`),
  )
}

/** Where the links of a Markdown text lead, those in code left out. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gmu, '').replace(/`[^`\n]*`/gu, 'code')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, href = '']) => href)
}
