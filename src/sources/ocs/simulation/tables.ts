/** How a simulated OCS is made. */
export interface SimulatedVersion {
  /** For instance `2.12.4`; before 2.8 `hardware` has no ARCHIVE. */
  readonly version: string
  readonly charset: 'utf8mb3' | 'utf8mb4' | 'latin1'
}

interface Table {
  readonly name: string
  /** A column's name and type, as MySQL writes it; `auto` is a counted key. */
  readonly columns: Readonly<Record<string, string>>
  readonly primaryKey?: readonly string[]
  readonly keys?: readonly string[]
}

const TEXT = 'varchar(255)'

/** The tables of OCS Inventory that Muster or its demo touch, with the columns they have there. */
const TABLES: readonly Table[] = [
  {
    name: 'hardware',
    columns: {
      ...{
        ID: 'auto',
        DEVICEID: `${TEXT} not null`,
        NAME: TEXT,
        WORKGROUP: TEXT,
        USERDOMAIN: TEXT,
      },
      ...{ OSNAME: TEXT, OSVERSION: TEXT, OSCOMMENTS: TEXT, PROCESSORT: TEXT, PROCESSORS: 'int' },
      ...{ PROCESSORN: 'smallint', MEMORY: 'int', SWAP: 'int', IPADDR: TEXT, DNS: TEXT },
      ...{ DEFAULTGATEWAY: TEXT, ETIME: 'datetime', LASTDATE: 'datetime', LASTCOME: 'datetime' },
      ...{ QUALITY: 'decimal(7,4)', FIDELITY: 'bigint default 1', USERID: TEXT, TYPE: 'int' },
      ...{ DESCRIPTION: TEXT, WINCOMPANY: TEXT, WINOWNER: TEXT, WINPRODID: TEXT, WINPRODKEY: TEXT },
      ...{ USERAGENT: 'varchar(50)', CHECKSUM: 'bigint unsigned default 262143', SSTATE: 'int' },
      ...{ IPSRC: TEXT, UUID: TEXT, ARCH: 'varchar(10)', CATEGORY_ID: 'int', ARCHIVE: 'int' },
    },
    keys: ['DEVICEID', 'NAME', 'WORKGROUP', 'OSNAME', 'MEMORY', 'USERID', 'CHECKSUM'],
  },
  {
    name: 'bios',
    columns: {
      ...{ HARDWARE_ID: 'int not null', SMANUFACTURER: TEXT, SMODEL: TEXT, SSN: TEXT, TYPE: TEXT },
      ...{ BMANUFACTURER: TEXT, BVERSION: TEXT, BDATE: TEXT, ASSETTAG: TEXT },
      ...{ MMANUFACTURER: TEXT, MMODEL: TEXT, MSN: TEXT },
    },
    primaryKey: ['HARDWARE_ID'],
    keys: ['SSN', 'ASSETTAG'],
  },
  {
    name: 'accountinfo',
    columns: { HARDWARE_ID: 'int not null', TAG: `${TEXT} default 'NA'` },
    primaryKey: ['HARDWARE_ID'],
    keys: ['TAG'],
  },
  {
    name: 'accountinfo_config',
    columns: {
      ...{ ID: 'auto', NAME_ACCOUNTINFO: TEXT, TYPE: 'int', NAME: TEXT, ID_TAB: 'int' },
      ...{ COMMENT: TEXT, SHOW_ORDER: 'int not null', ACCOUNT_TYPE: TEXT, DEFAULT_VALUE: TEXT },
    },
  },
  {
    name: 'networks',
    columns: {
      ...{ ID: 'auto', HARDWARE_ID: 'int not null', DESCRIPTION: TEXT, TYPE: TEXT, TYPEMIB: TEXT },
      ...{ SPEED: TEXT, MTU: TEXT, MACADDR: TEXT, STATUS: TEXT, IPADDRESS: TEXT, IPMASK: TEXT },
      ...{ IPGATEWAY: TEXT, IPSUBNET: TEXT, IPDHCP: TEXT, VIRTUALDEV: 'tinyint(1) default 0' },
    },
    keys: ['HARDWARE_ID', 'MACADDR', 'IPADDRESS', 'IPGATEWAY', 'IPSUBNET'],
  },
  {
    name: 'virtualmachines',
    columns: {
      ...{ ID: 'auto', HARDWARE_ID: 'int not null', NAME: TEXT, STATUS: TEXT, SUBSYSTEM: TEXT },
      ...{ VMTYPE: TEXT, UUID: TEXT, VCPU: 'int', MEMORY: 'bigint' },
    },
    keys: ['HARDWARE_ID'],
  },
  {
    name: 'config',
    columns: { NAME: 'varchar(50) not null', IVALUE: 'int', TVALUE: TEXT, COMMENTS: 'text' },
    primaryKey: ['NAME'],
  },
  {
    name: 'tags',
    columns: { Tag: 'varchar(100) not null', Login: 'varchar(100) not null' },
    primaryKey: ['Tag', 'Login'],
  },
  {
    name: 'locks',
    columns: { HARDWARE_ID: 'int not null', ID: 'int', SINCE: 'datetime' },
    primaryKey: ['HARDWARE_ID'],
  },
  {
    name: 'groups',
    columns: {
      ...{ HARDWARE_ID: 'int not null', REQUEST: 'longtext', CREATE_TIME: 'int default 0' },
      ...{ REVALIDATE_FROM: 'int default 0', XMLDEF: 'longtext' },
    },
    primaryKey: ['HARDWARE_ID'],
  },
]

/** Database versions by the version of the console, oldest first. */
const DATABASE_VERSIONS: readonly (readonly [number, number, string])[] = [
  [2, 3, '7011'],
  [2, 5, '7015'],
  [2, 6, '7022'],
  [2, 7, '7028'],
  [2, 8, '7037'],
  [2, 9, '7045'],
  [2, 10, '7063'],
  [2, 11, '7068'],
  [2, 12, '7081'],
]

/** The statements that make an empty OCS database, for the engine named. */
export function createStatements(
  engine: 'mariadb' | 'sqlite',
  version: SimulatedVersion,
): string[] {
  return TABLES.flatMap((table) => {
    const made = isSince(version.version, 8) ? table : withoutColumn(table, 'ARCHIVE')
    return engine === 'mariadb' ? [mariadbTable(made, version.charset)] : sqliteTable(made)
  })
}

/** What OCS keeps as its database's version. */
export function databaseVersion(version: string): string {
  const known = DATABASE_VERSIONS.filter(([, minor]) => isSince(version, minor))
  return known.at(-1)?.[2] ?? '7007'
}

function isSince(version: string, minor: number): boolean {
  const [major = 0, found = 0] = version.split('.').map(Number)
  return major > 2 || (major === 2 && found >= minor)
}

function withoutColumn(table: Table, dropped: string): Table {
  const columns = Object.entries(table.columns).filter(([name]) => name !== dropped)
  return { ...table, columns: Object.fromEntries(columns) }
}

function mariadbTable({ name, columns, primaryKey, keys = [] }: Table, charset: string): string {
  const parts = [
    ...Object.entries(columns).map(([column, type]) =>
      type === 'auto'
        ? `\`${column}\` int not null auto_increment primary key`
        : `\`${column}\` ${type}`,
    ),
    ...(primaryKey ? [`primary key (${primaryKey.join(', ')})`] : []),
    ...keys.map((key) => `key ${key} (${key})`),
  ]
  const collation = charset === 'latin1' ? 'latin1_swedish_ci' : `${charset}_general_ci`
  return `create table \`${name}\` (${parts.join(', ')})
    engine=InnoDB default charset=${charset} collate=${collation}`
}

function sqliteTable({ name, columns, primaryKey, keys = [] }: Table): string[] {
  const parts = Object.entries(columns).map(([column, type]) => sqliteColumn(column, type))
  if (primaryKey) parts.push(`primary key (${primaryKey.join(', ')})`)
  return [
    `create table \`${name}\` (${parts.join(', ')})`,
    ...keys.map((key) => `create index ${name}_${key} on \`${name}\` (${key})`),
  ]
}

/** SQLite keeps any length; the check makes it refuse what OCS's own column would. */
function sqliteColumn(column: string, type: string): string {
  if (type === 'auto') return `\`${column}\` integer primary key`
  const [, length] = /^varchar\((\d+)\)/.exec(type) ?? []
  return length
    ? `\`${column}\` ${type} check (length(\`${column}\`) <= ${length})`
    : `\`${column}\` ${type}`
}
