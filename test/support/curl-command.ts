/** A request as a `curl` in the documentation writes it. */
export interface CurlRequest {
  readonly method: 'GET' | 'POST'
  /** Path and query. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** As `-d` or `--data-binary` has it; `@` begins the name of a file. */
  readonly data: string | null
  /** The file of a form, as `-F file=@NAME` has it. */
  readonly formFile: string | null
}

/** Every `curl` in the `sh` blocks of a Markdown page, with shell variables filled in. */
export function curlsOf(page: string, variables: Readonly<Record<string, string>>): CurlRequest[] {
  const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gmu)].map(([, block = '']) => block)
  return blocks
    .flatMap((block) => block.split(/^(?=curl )/mu))
    .filter((text) => text.startsWith('curl '))
    .map((text) => requestOf(shellWords(text, variables).slice(1)))
}

function requestOf(words: string[]): CurlRequest {
  const headers: Record<string, string> = {}
  let url: string | null = null
  let data: string | null = null
  let formFile: string | null = null
  const next = () => words.shift() ?? ''
  while (words.length > 0) {
    const word = next()
    if (word === '-H') {
      const [name = '', ...rest] = next().split(': ')
      headers[name.toLowerCase()] = rest.join(': ')
    } else if (word === '-d' || word === '--data-binary') data = next()
    else if (word === '-F') formFile = next().replace(/^file=@/u, '')
    else if (word === '-o') next()
    else if (word.startsWith('https://') && url === null) url = word
    else throw new Error(`curl with a word that is not known here: ${word}`)
  }
  const { pathname, search } = new URL(url ?? '')
  const method = data === null && formFile === null ? 'GET' : 'POST'
  return { method, url: `${pathname}${search}`, headers, data, formFile }
}

/** The words of a line as a shell takes them: quotes, variables, and lines that go on. */
function shellWords(text: string, variables: Readonly<Record<string, string>>): string[] {
  const line = text.replace(/\\\n/gu, ' ')
  const filled = (part: string) =>
    part.replace(/\$([A-Z_]+)/gu, (_all, name: string) => {
      const value = variables[name]
      if (value === undefined) throw new Error(`nothing is known of $${name}`)
      return value
    })
  return [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"]+)+/gu)].map(([word]) =>
    [...word.matchAll(/'([^']*)'|"([^"]*)"|([^'"]+)/gu)]
      .map(([, single, double, plain]) => single ?? filled(double ?? plain ?? ''))
      .join(''),
  )
}
