import { z } from 'zod'
import { ConfigFile } from './config.ts'
import { OpenIdSettings } from './config-openid.ts'
import { MAIL_SECTION, OPENID_SECTION, SECRET_SETTINGS, WEBHOOK_SECTION } from './config-secrets.ts'
import { NinjaoneSettings } from './sources/ninjaone/schema.ts'
import { OCS_PLACES, OcsSettings } from './sources/ocs/schema.ts'
import { ThreatlockerSettings } from './sources/threatlocker/schema.ts'
import { MailSettings, WebhookSettings } from './watch/alert-settings.ts'

/** The JSON Schema of `muster.yaml`, by which editors complete and check it while it is written. */
export function configSchema(): object {
  const schema = z.toJSONSchema(ConfigFile, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const described: unknown = zodSchema
      if (described === NinjaoneSettings) hideSecrets(jsonSchema, ['sources', 'ninjaone'])
      if (described === ThreatlockerSettings) hideSecrets(jsonSchema, ['sources', 'threatlocker'])
      if (described === OpenIdSettings) hideSecrets(jsonSchema, OPENID_SECTION)
      if (described === MailSettings) hideSecrets(jsonSchema, MAIL_SECTION)
      if (described === WebhookSettings) hideSecrets(jsonSchema, WEBHOOK_SECTION)
      if (described !== OcsSettings) return
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key)
      jsonSchema.anyOf = OCS_PLACES.map(placeSchema)
    },
  })
  return { ...schema, title: 'Muster', description: 'Configuration of Muster (muster.yaml).' }
}

/** Secrets come from the environment: an editor neither offers them nor asks for them. */
function hideSecrets(schema: z.core.JSONSchema.BaseSchema, section: readonly string[]): void {
  const secrets = SECRET_SETTINGS.filter((each) => each.section.join() === section.join()).map(
    ({ key }) => key,
  )
  const { properties = {}, required = [] } = schema
  schema.properties = Object.fromEntries(
    Object.entries(properties).filter(([key]) => !secrets.includes(key)),
  )
  schema.required = required.filter((key) => !secrets.includes(key))
}

/** One way to say where OCS is; the password has no place in a configuration. */
function placeSchema(place: (typeof OCS_PLACES)[number]) {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(place, { io: 'input' })
  const { password: _password, ...properties } = schema.properties ?? {}
  const required = (schema.required ?? []).filter((key) => key !== 'password')
  return { ...schema, properties, required }
}
