import type { Wire } from '../fleet.ts'

export type DeviceFilter = (device: Wire) => boolean

const FIELDS: Readonly<Record<string, string>> = {
  org: 'organizationId',
  loc: 'locationId',
  role: 'nodeRoleId',
  id: 'id',
  class: 'nodeClass',
  status: 'approvalStatus',
}
const CONDITION = /^(\w+)\s*(!=|=|neq|eq|notin|in)\s*(.+)$/iu
const ONE_OF = /^\((.*)\)$/u

/** Reads a device filter such as `class in (MAC,LINUX_SERVER) AND org = 7`; null when it is none. */
export function deviceFilter(df: string): DeviceFilter | null {
  const conditions = df.split(/\s+AND\s+/iu).map((text) => condition(text.trim()))
  const filters = conditions.filter((filter) => filter !== null)
  if (filters.length < conditions.length) return null
  return (device) => filters.every((filter) => filter(device))
}

function condition(text: string): DeviceFilter | null {
  if (/^online$/iu.test(text)) return ({ offline }) => offline !== true
  if (/^offline$/iu.test(text)) return ({ offline }) => offline === true
  const [, name = '', operator = '', value = ''] = CONDITION.exec(text) ?? []
  const field = FIELDS[name.toLowerCase()]
  const wanted = values(operator.toLowerCase(), value.trim())
  if (field === undefined || wanted === null) return null
  const isNegated = ['!=', 'neq', 'notin'].includes(operator.toLowerCase())
  return (device) => wanted.has(String(device[field] ?? '').toUpperCase()) !== isNegated
}

/** The values named, in capitals; null when they do not fit the operator. */
function values(operator: string, text: string): ReadonlySet<string> | null {
  const [, listed] = ONE_OF.exec(text) ?? []
  if (operator.endsWith('in') !== (listed !== undefined)) return null
  const named = listed === undefined ? [text] : listed.split(',')
  return new Set(named.map((value) => value.trim().toUpperCase()))
}
