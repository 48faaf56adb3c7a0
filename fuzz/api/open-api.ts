import type { FastifyInstance } from 'fastify'

/** As much of a JSON schema as the document uses. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly $ref?: string
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required?: boolean
  readonly schema: Schema
}

/** One operation of the OpenAPI document. */
export interface Operation {
  readonly method: string
  /** As the document writes it: `/api/findings/{id}`. */
  readonly path: string
  readonly id: string
  readonly access: string
  readonly isSplitBySite: boolean
  readonly parameters: readonly Parameter[]
  /** By media type. */
  readonly bodies: Readonly<Record<string, Schema>>
  /** Whether the answer is a line of events that stays open. */
  readonly isLine: boolean
}

export interface Document {
  readonly operations: readonly Operation[]
  resolve(schema: Schema): Schema
}

/** Reads the document a server gives of itself. */
export async function openApi(http: FastifyInstance): Promise<Document> {
  const document = (await http.inject('/api/openapi.json')).json()
  const operations = Object.entries<Record<string, Written>>(document.paths).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, written]) => operationOf(method, path, written)),
  )
  return {
    operations,
    resolve: (schema) => (schema.$ref ? at(document, schema.$ref) : schema),
  }
}

interface Written {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema?: Schema }>>
  }
  readonly responses: Readonly<Record<string, { readonly content?: object }>>
  readonly 'x-access': string
  readonly 'x-split-by-site': boolean
}

function operationOf(method: string, path: string, written: Written): Operation {
  const content = Object.entries(written.requestBody?.content ?? {})
  const answers = Object.values(written.responses).flatMap(({ content = {} }) =>
    Object.keys(content),
  )
  return {
    ...{ method: method.toUpperCase(), path, id: written.operationId },
    ...{ access: written['x-access'], isSplitBySite: written['x-split-by-site'] },
    parameters: written.parameters ?? [],
    bodies: Object.fromEntries(content.map(([type, { schema = {} }]) => [type, schema])),
    isLine: answers.includes('text/event-stream'),
  }
}

function at(document: unknown, reference: string): Schema {
  const steps = reference.slice(2).split('/')
  const found = steps.reduce<unknown>((part, step) => Reflect.get(Object(part), step), document)
  return found as Schema // the document refers to nothing that it has not: a test says so
}
