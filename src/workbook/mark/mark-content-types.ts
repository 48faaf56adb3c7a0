import { xmlAttribute } from '../write/write-text.ts'
import { childElements, prefixOf, rootElement, withFirstChild, withLastChild } from './mark-xml.ts'
import { attribute } from './mark-xml-attribute.ts'

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
export const WORKSHEET_TYPE = `${SPREADSHEET}.worksheet+xml`
export const STYLES_TYPE = `${SPREADSHEET}.styles+xml`
export const COMMENTS_TYPE = `${SPREADSHEET}.comments+xml`
export const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

/** A `[Content_Types].xml` that names the type of each new part, and of `.vml` parts as such. */
export function withContentTypes(xml: string, typeByPart: ReadonlyMap<string, string>): string {
  let text = xml
  for (const [part, type] of typeByPart) {
    const root = rootElement(text)
    const name = `${prefixOf(root.name)}Override`
    text = withLastChild(
      text,
      root,
      `<${name} PartName="${xmlAttribute(`/${part}`)}" ContentType="${type}"/>`,
    )
  }
  return withVmlDefault(text)
}

function withVmlDefault(xml: string): string {
  const root = rootElement(xml)
  const known = childElements(xml, root).some(
    ({ tag }) => attribute(tag, 'Extension')?.toLowerCase() === 'vml',
  )
  if (known) return xml
  const name = `${prefixOf(root.name)}Default`
  return withFirstChild(xml, root, `<${name} Extension="vml" ContentType="${VML_TYPE}"/>`)
}
