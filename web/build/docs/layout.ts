import { escaped } from './escaped.ts'
import type { Heading, Rendered } from './render.ts'

/** Pages under a heading, as the first page lists them. */
export interface PageGroup {
  readonly title: string
  readonly pages: readonly { readonly address: string; readonly title: string }[]
}

/** Pages with fewer chapters are seen at a glance. */
const FEWEST_CHAPTERS = 3

/** A whole HTML page: the list of all pages, the chapters of this one, and itself. */
export function pageHtml(
  { title, html, headings }: Rendered,
  groups: readonly PageGroup[],
  address: string,
): string {
  const name = title === 'Muster' ? title : `${title} · Muster`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(name)}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header><a class="brand" href="/docs">Muster documentation</a><a href="/">Open Muster</a></header>
<div class="columns">
<nav aria-label="Pages">
<details open><summary>Pages</summary>
${groups.map((group) => groupHtml(group, address)).join('\n')}
</details>
</nav>
<main id="content">
${chaptersHtml(headings)}<article>
${html}</article>
</main>
</div>
</body>
</html>
`
}

function groupHtml({ title, pages }: PageGroup, here: string): string {
  const items = pages.map(({ address, title: name }) => {
    const current = address === here ? ' aria-current="page"' : ''
    return `<li><a href="${address}"${current}>${escaped(name)}</a></li>`
  })
  return `<p class="group">${escaped(title)}</p>\n<ul>${items.join('')}</ul>`
}

function chaptersHtml(headings: readonly Heading[]): string {
  const chapters = headings.filter(({ depth }) => depth === 2)
  if (chapters.length < FEWEST_CHAPTERS) return ''
  const items = chapters.map(({ anchor, text }) => `<li><a href="#${anchor}">${text}</a></li>`)
  return `<nav class="chapters" aria-label="On this page"><ul>${items.join('')}</ul></nav>\n`
}
