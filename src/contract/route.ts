import type { z } from 'zod'
import type { Permission } from './permission.ts'

/** Who may call a route: anybody, anybody signed in, or those with a permission. */
export type RouteAccess = 'anybody' | 'signed-in' | Permission

/** The media types in which an answer is a file. */
export const FILE_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
} as const

export type FileType = (typeof FILE_TYPES)[keyof typeof FILE_TYPES]

/** One route of the HTTP API, said once for the server, the web client and the OpenAPI document. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As OpenAPI writes it: `/api/findings/{id}`. */
  readonly path: `/${string}`
  /** One line for people who read the documentation. */
  readonly summary: string
  /** Groups routes in the documentation. */
  readonly tag: string
  readonly access: RouteAccess
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly response: Response
  /** Of success: 200 unless given. */
  readonly status?: 200 | 201 | 202 | 302
  /** Whether it answers a caller who is limited to some sites with those alone; others refuse such a caller. */
  readonly isSplitBySite?: boolean
  /** Media types of a body that is taken as it comes: a file. */
  readonly consumes?: readonly string[]
  /** The media types of an answer that is a file, the usual one first; JSON unless given. */
  readonly produces?: readonly [FileType, ...FileType[]]
}

type Declared<Params, Query, Body, Response> = Pick<
  Route,
  | 'method'
  | 'path'
  | 'summary'
  | 'tag'
  | 'access'
  | 'status'
  | 'isSplitBySite'
  | 'consumes'
  | 'produces'
> & {
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly response: Response
}

/** Declares a route. */
export function route<
  Response extends z.ZodType,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(declared: Declared<Params, Query, Body, Response>): Declared<Params, Query, Body, Response> {
  return declared
}
