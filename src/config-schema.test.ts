import { describe, expect, it } from 'vitest'
import { configSchema } from './config-schema.ts'

const schema = JSON.parse(JSON.stringify(configSchema()))
const [server, file] = schema.properties.sources.properties.ocs.anyOf

describe('the schema for editors', () => {
  it('knows both ways to say where OCS is', () => {
    expect(server.required).toEqual(['host', 'user', 'inventoryField'])
    expect(file.required).toEqual(['file', 'inventoryField'])
  })

  it('has no place for a secret', () => {
    const keys = Object.values<{ properties?: object }>(
      schema.properties.sources.properties,
    ).flatMap(({ properties = {} }) => Object.keys(properties))

    expect(JSON.stringify(schema)).not.toContain('password')
    expect(keys.filter((key) => /secret|token/iu.test(key))).toEqual([])
  })

  it('refuses settings it does not know', () => {
    expect(schema.additionalProperties).toBe(false)
    expect(server.additionalProperties).toBe(false)
  })

  it('asks for nothing that has a default', () => {
    expect(schema.required).toEqual(['sources'])
    const { required = [], properties } = schema.properties.sources
    expect(required).toEqual([])
    expect(properties.ninjaone.required).toEqual(['clientId'])
    expect(properties.threatlocker.required).toEqual(['organisationId'])
  })
})
