import type { SqlValue } from '../database.ts'
import type { SimulatedComputer, SimulatedField, SimulatedOcs } from './estate.ts'

/** Rows for one table; every row has the columns in this order. */
export interface TableRows {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: Iterable<readonly SqlValue[]>
}

/** Everything a simulated OCS holds, table by table. `hasArchive`: `hardware` knows archived computers. */
export function estateRows(estate: SimulatedOcs, hasArchive: boolean): TableRows[] {
  return [
    hardwareRows(estate, hasArchive),
    biosRows(estate),
    accountinfoRows(estate),
    networkRows(estate),
    groupRows(estate),
    {
      table: 'virtualmachines',
      columns: ['HARDWARE_ID', 'UUID', 'NAME', 'STATUS', 'SUBSYSTEM'],
      rows: estate.guests.map((guest) => [
        ...[guest.hostHardwareId, guest.uuid, guest.name, 'running', 'libvirt'],
      ]),
    },
    {
      table: 'tags',
      columns: ['Tag', 'Login'],
      rows: estate.logins.map(({ pattern, login }) => [pattern, login]),
    },
  ]
}

/** The rows OCS ships and those of custom fields. */
export function fieldRows(fields: readonly SimulatedField[]): TableRows {
  const shipped = ['COMPUTERS', 'SNMP'].map((type, at) => {
    return [at + 1, 'TAG', 0, 'TAG', 1, 'TAG', 1, type]
  })
  const custom = fields.map(({ id, name, label }) => {
    return [id, null, 0, name, 1, label, id, 'COMPUTERS']
  })
  return {
    table: 'accountinfo_config',
    columns: [
      ...['ID', 'NAME_ACCOUNTINFO', 'TYPE', 'NAME', 'ID_TAB', 'COMMENT'],
      ...['SHOW_ORDER', 'ACCOUNT_TYPE'],
    ],
    rows: [...shipped, ...custom],
  }
}

function hardwareRows({ computers, groups }: SimulatedOcs, hasArchive: boolean): TableRows {
  const columns = ['ID', 'DEVICEID', 'NAME', 'UUID', 'OSNAME', 'USERID', 'LASTDATE', 'LASTCOME']
  const computerRows = computers
    .values()
    .map((computer) => [
      ...[computer.hardwareId, computer.deviceId, computer.hostname, computer.uuid, computer.os],
      ...[computer.user, computer.lastContact, computer.lastContact],
      ...(hasArchive ? [computer.archived ? 1 : null] : []),
    ])
  const firstGroup = firstGroupId(computers)
  const groupRow = (at: number) => [
    ...[firstGroup + at, '_SYSTEMGROUP_', `Group ${at + 1}`, null, null, null, null, null],
    ...(hasArchive ? [null] : []),
  ]
  return {
    table: 'hardware',
    columns: hasArchive ? [...columns, 'ARCHIVE'] : columns,
    rows: [...computerRows, ...Array.from({ length: groups }, (_, at) => groupRow(at))],
  }
}

function biosRows({ computers }: SimulatedOcs): TableRows {
  return {
    table: 'bios',
    columns: ['HARDWARE_ID', 'SMANUFACTURER', 'SMODEL', 'SSN', 'TYPE'],
    rows: computers
      .values()
      .map((computer) => [
        ...[computer.hardwareId, computer.manufacturer, computer.model],
        ...[computer.serial, computer.chassis],
      ]),
  }
}

function accountinfoRows({ computers, inventoryField }: SimulatedOcs): TableRows {
  return {
    table: 'accountinfo',
    columns: ['HARDWARE_ID', 'TAG', `fields_${inventoryField.id}`],
    rows: computers
      .values()
      .map((computer) => [computer.hardwareId, computer.tag, computer.inventoryNumber]),
  }
}

function networkRows({ computers }: SimulatedOcs): TableRows {
  return {
    table: 'networks',
    columns: ['HARDWARE_ID', 'DESCRIPTION', 'TYPE', 'MACADDR', 'STATUS'],
    rows: computers
      .values()
      .flatMap(({ hardwareId, macs }) =>
        macs.map((mac) => [hardwareId, 'Ethernet', 'Ethernet', mac, 'Up']),
      ),
  }
}

function groupRows({ computers, groups }: SimulatedOcs): TableRows {
  const first = firstGroupId(computers)
  return {
    table: 'groups',
    columns: ['HARDWARE_ID', 'REQUEST'],
    rows: Array.from({ length: groups }, (_, at) => [first + at, '']),
  }
}

function firstGroupId(computers: readonly SimulatedComputer[]): number {
  return computers.reduce((last, { hardwareId }) => Math.max(last, hardwareId), 0) + 1
}
