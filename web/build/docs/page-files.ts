import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A page of the documentation: a Markdown file of the repository, and where it is served. */
export interface PageFile {
  /** Within the repository: `docs/access.md`. */
  readonly file: string
  /** `/docs/access` */
  readonly address: string
  readonly text: string
}

/** The page that is served at `/docs` itself, and names all others. */
export const FIRST_PAGE = 'docs/README.md'

const SOURCES = 'src/sources'

/** Every page there is: all of `docs`, its decisions, and what each source says of itself. */
export function pageFiles(root: string): PageFile[] {
  const files = [
    ...markdownIn(root, 'docs'),
    ...markdownIn(root, 'docs/decisions'),
    ...readdirSync(join(root, SOURCES)).map((source) => `${SOURCES}/${source}/README.md`),
  ]
  return files
    .filter((file) => existsSync(join(root, file)))
    .toSorted()
    .map((file) => {
      return { file, address: addressOf(file), text: readFileSync(join(root, file), 'utf8') }
    })
}

function markdownIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
}

/** @example addressOf('src/sources/ocs/README.md') // => '/docs/sources/ocs' */
function addressOf(file: string): string {
  if (file === FIRST_PAGE) return '/docs'
  const path = file.replace(/^docs\//u, '').replace(/^src\//u, '')
  return `/docs/${path.replace(/(?:\/README)?\.md$/u, '')}`
}
