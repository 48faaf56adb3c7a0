import { stringify } from 'yaml'
import { SECRET_SETTINGS } from '../../src/config-secrets.ts'
import { SECRETS } from '../../src/secrets.ts'
import { SETTING_NOTES } from './setting-notes.ts'
import { type SettingRow, settingRows } from './setting-rows.ts'

const INTRODUCTION = `<!-- Made by \`npm run schema\` from the schema of the configuration. Do not edit. -->

# Configuration

Everything that can be set in \`muster.yaml\`, made from the schema that Muster itself checks it by. \`muster init\` writes a
first one with every setting explained, and \`muster.schema.json\` beside it, by which editors complete and check it.

Nothing needs to be set but where the sources are: everything else has a default. A setting that is unknown, or of the wrong
kind, is refused with its line, all of them at once, before anything is done. Relative paths start at the folder of the file.
\`muster --config FILE COMMAND\` takes another file; \`muster doctor\` looks at it, and \`GET /api/settings\` tells what is in force.

A path such as \`server.port\` means

\`\`\`yaml
server:
  port: 8443
\`\`\`

\`NAME\` in a path stands for a name of your choice, and \`[]\` for each entry of a list. "required" stands where there is no
default, and then only counts where the part that it belongs to is there at all.`

/** `docs/configuration.md`, for a configuration of this schema. */
export function configurationPage(schema: object): string {
  const groups = Map.groupBy(settingRows(schema), ({ path }) => groupOf(path))
  const parts = [...groups].map(([group, rows]) => `## ${titleOf(group)}\n\n${settingTable(rows)}`)
  return `${[INTRODUCTION, ...parts, environment()].join('\n\n')}\n`
}

/** @example groupOf('sources.ocs.host') // => 'sources.ocs' */
function groupOf(path: string): string {
  const words = path.split('.')
  if (words.length === 1) return ''
  return words.slice(0, words[0] === 'sources' ? 2 : 1).join('.')
}

function titleOf(group: string): string {
  return group === '' ? 'Everywhere' : `\`${group}\``
}

function settingTable(rows: readonly SettingRow[]): string {
  return table(
    ['setting', 'means', 'type', 'default', 'example'],
    rows.map((row) => {
      const { means, unit, example = row.example, insteadOf } = SETTING_NOTES[row.path] ?? {}
      return [
        `\`${row.path}\``,
        row.means ?? means ?? '',
        unit === undefined ? row.type : `${row.type} (${unit})`,
        row.fallback === undefined ? withoutDefault(row, insteadOf) : inYaml(row.fallback),
        inYaml(example),
      ]
    }),
  )
}

function withoutDefault({ isRequired }: SettingRow, insteadOf: string | undefined): string {
  if (!isRequired) return 'none'
  return insteadOf === undefined ? 'required' : `required, unless \`${insteadOf}\` is set`
}

function inYaml(value: unknown): string {
  if (value === undefined) return ''
  const text = stringify(value, {
    collectionStyle: 'flow',
    lineWidth: 0,
    flowCollectionPadding: false,
  })
  return `\`${text.trimEnd()}\``
}

function environment(): string {
  const settings = new Map(
    SECRET_SETTINGS.map(({ variable, section, key }) => [variable, [...section, key].join('.')]),
  )
  const secrets = SECRETS.map((name) => {
    const setting = settings.get(name)
    return [`\`${name}\``, setting === undefined ? '' : `\`${setting}\``, SECRET_WORDS[name] ?? '']
  })
  return `${ENVIRONMENT}\n\n${table(['variable', 'stands for', 'what'], secrets)}\n\n${OTHERS}`
}

const ENVIRONMENT = `## Environment variables

Secrets never stand in \`muster.yaml\`; one that does is refused. Each comes from the variable itself, or from the file that the
same name with \`_FILE\` at its end names (\`MUSTER_OCS_PASSWORD_FILE=/etc/muster/ocs-password\`), or from a systemd credential of
the variable's name; the first that is there counts. Who must own such a file, and what it may not be open to, is told in
[operations](operations.md#secrets).`

const OTHERS = `\`LC_ALL\`, \`LC_MESSAGES\` and \`LANG\` decide the language where neither \`--lang\` nor \`language\` does.`

/** What each secret is. */
export const SECRET_WORDS: Readonly<Record<string, string>> = {
  DATABASE_URL: 'A PostgreSQL server, 15 or newer, in place of the one that comes along.',
  DATABASE_READ_URL: 'A replica of it, from which lists and reports are read.',
  MUSTER_BACKUP_PASSPHRASE: 'Seals and opens the keys in a backup; at least twelve characters.',
  MUSTER_MIGRATE_URL: '`DATABASE_URL` of the owner of the tables, for `muster migrate` alone.',
  MUSTER_OCS_PASSWORD: 'Password of the account at OCS.',
  MUSTER_NINJAONE_CLIENT_SECRET: 'Secret of the API application in NinjaOne.',
  MUSTER_NINJAONE_REFRESH_TOKEN:
    'A first refresh token, where the application signs in for a person.',
  MUSTER_THREATLOCKER_TOKEN: 'API token of the ThreatLocker portal.',
  MUSTER_OPENID_CLIENT_SECRET: 'Secret of Muster at the provider people sign in through.',
  MUSTER_SMTP_USER: 'Account at the mail server.',
  MUSTER_SMTP_PASSWORD: 'Password of that account.',
  MUSTER_WEBHOOK_SECRET: 'Signs what is posted to the webhook.',
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(cell))
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[], filler = ' ') =>
    `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width, filler)).join(' | ')} |`
  const [first = [], ...others] = cells
  return [line(first), line([], '-'), ...others.map((row) => line(row))].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
