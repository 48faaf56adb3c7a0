import type { Route } from './route.ts'

/**
 * The name of a route for programs, from its method and path, of which no two routes have the same. What lies outside
 * the API is a probe.
 * @example operationId({ method: 'GET', path: '/api/uploads/{id}/rejections.csv' }) // => 'getUploadsByIdRejectionsCsv'
 */
export function operationId({ method, path }: Pick<Route, 'method' | 'path'>): string {
  const isOfApi = path.startsWith('/api/')
  const parts = (isOfApi ? path.slice('/api'.length) : `${path}/probe`).replaceAll('{', 'by-')
  const words = parts.split(/[^A-Za-z0-9]+/u).filter((word) => word !== '')
  return words.reduce(
    (name, word) => name + word[0]?.toUpperCase() + word.slice(1),
    method.toLowerCase(),
  )
}
