import { z } from 'zod'

/** A setting as its schema tells it. */
export interface SettingRow {
  /** `sources.device-files.NAME.columns` */
  readonly path: string
  readonly type: string
  readonly isNumber: boolean
  readonly means: string | null
  /** Undefined where it has none. */
  readonly fallback: unknown
  readonly isRequired: boolean
  /** An example that follows from the type by itself; undefined where none does. */
  readonly example: unknown
}

const Node = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
})
type Node = z.output<typeof Node>

/** Every setting of a JSON Schema. Members that say nothing of their own stand in the row of what they belong to. */
export function settingRows(schema: unknown): SettingRow[] {
  return within(Node.parse(schema), { path: '', isRequired: true })
}

interface Place {
  readonly path: string
  readonly isRequired: boolean
}

function within(node: Node, { path, isRequired }: Place): SettingRow[] {
  const members = membersOf(node)
  const isOne = path !== '' && (members.length === 0 || isMap(node, members))
  if (isOne) return [rowOf(node, members, { path, isRequired }), ...inItems(node, path)]
  return members.flatMap((member) =>
    within(member.node, {
      path: path === '' ? member.name : `${path}.${member.name}`,
      isRequired: member.isRequired,
    }),
  )
}

function inItems(node: Node, path: string): SettingRow[] {
  const items = Node.safeParse(node.items)
  if (!items.success || membersOf(items.data).length === 0) return []
  return within(items.data, { path: `${path}[]`, isRequired: true }).filter(
    (row) => row.path !== `${path}[]`,
  )
}

interface Member {
  readonly name: string
  readonly node: Node
  readonly isRequired: boolean
}

/** Of an object that may be written in several forms, the members of each; NAME stands for a name of one's own. */
function membersOf(node: Node): Member[] {
  const forms = [node, ...(node.anyOf ?? []).map((form) => Node.parse(form))]
  const members = forms.flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).map(([name, member]) => {
      return { name, node: Node.parse(member), isRequired: required.includes(name) }
    }),
  )
  const others = Node.safeParse(node.additionalProperties)
  const open = others.success && Object.keys(others.data).length > 0 ? [others.data] : []
  const named = [...new Map(members.map((member) => [member.name, member])).values()]
  return [...named, ...open.map((each) => ({ name: 'NAME', node: each, isRequired: false }))]
}

/** Many names of which each holds the same kind of thing, told by what is above them. */
function isMap(node: Node, members: readonly Member[]): boolean {
  return node.description !== undefined && members.every((member) => isSilent(member.node))
}

/** Nothing is said of it, nor of anything in it. */
function isSilent(node: Node): boolean {
  return node.description === undefined && membersOf(node).every((member) => isSilent(member.node))
}

function rowOf(node: Node, members: readonly Member[], { path, isRequired }: Place): SettingRow {
  const type = members.length > 0 ? mapType(members) : typeOf(node)
  return {
    ...{ path, type, isRequired, means: node.description ?? null, fallback: node.default },
    isNumber: ['number', 'integer'].some((each) => typesOf(node).includes(each)),
    example: exampleOf(node),
  }
}

function mapType(members: readonly Member[]): string {
  const names = members.filter(({ name }) => name !== 'NAME').map(({ name }) => `\`${name}\``)
  const inner = [
    ...new Set(members.filter(({ name }) => name !== 'extra').map(({ node }) => typeOf(node))),
  ]
  const of = inner.join(' or ')
  return names.length === 0 ? `by name: ${of}` : `by ${names.join(', ')}: ${of}`
}

function typeOf(node: Node): string {
  if (node.enum) return node.enum.map((each) => `\`${String(each)}\``).join(', ')
  if (node.anyOf) return node.anyOf.map((form) => typeOf(Node.parse(form))).join(' or ')
  return typesOf(node)
    .map((type) => oneType(type, node))
    .join(' or ')
}

function typesOf(node: Node): string[] {
  if (node.anyOf) return node.anyOf.flatMap((form) => typesOf(Node.parse(form)))
  return [node.type ?? 'anything'].flat()
}

function oneType(type: string, node: Node): string {
  if (type === 'null') return '`null`'
  if (type === 'string') return 'text'
  if (type === 'boolean') return 'yes or no'
  if (type === 'array') return listType(node)
  if (type === 'number' || type === 'integer') return numberType(type, node)
  return 'settings'
}

function listType({ items }: Node): string {
  const each = Node.safeParse(items)
  const type = each.success ? typeOf(each.data) : 'text'
  return `list of ${type === 'text' ? 'texts' : type}`
}

function numberType(type: string, node: Node): string {
  const name = type === 'integer' ? 'whole number' : 'number'
  const { minimum, exclusiveMinimum, maximum } = node
  const most = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? null : maximum
  if (minimum === Number.MIN_SAFE_INTEGER) return name
  if (minimum !== undefined && most !== null) return `${name}, ${minimum} to ${most}`
  if (exclusiveMinimum !== undefined && most !== null) {
    return `${name}, over ${exclusiveMinimum}, up to ${most}`
  }
  if (exclusiveMinimum !== undefined) return `${name}, over ${exclusiveMinimum}`
  return minimum === undefined ? name : `${name}, ${minimum} or more`
}

/** What is chosen from a few is shown as the one that is not chosen by itself. */
function exampleOf(node: Node): unknown {
  const choices = node.enum ?? node.anyOf?.flatMap((form) => Node.parse(form).enum ?? [])
  if (choices && choices.length > 0) return choices.find((choice) => choice !== node.default)
  return typesOf(node).includes('boolean') ? node.default !== true : undefined
}
