import type { SqlValue, Statement } from '../database.ts'
import type { Dialect } from '../dialect.ts'
import type { TagChange } from './tag-change.ts'

/** Where the writer writes: the dialect of the engine and the `accountinfo` column of the inventory number. */
export interface Target {
  readonly dialect: Dialect
  readonly column: string
}

/** Needs the right to write TAG and reaches no row. */
export const MAY_WRITE = 'update accountinfo set TAG = null where HARDWARE_ID = -1 and 1 = 0'

/** Replaces one TAG where the TAG and the number planned on still stand. */
export function replaceOne({ dialect, column }: Target, change: TagChange): Statement {
  return {
    text: `
    update accountinfo
    set TAG = ?
    where HARDWARE_ID = ?
      and ${dialect.isExactly('TAG', '?')}
      and ${dialect.isExactly(column, '?')}`,
    values: [change.to, change.hardwareId, change.from, change.inventoryNumber],
  }
}

/** The latest TAG and number of one record, kept as they are until the transaction ends. */
export function findOne({ dialect, column }: Target, hardwareId: number): Statement {
  return {
    text: `
    select ${dialect.text('TAG')} as value, ${dialect.text(column)} as inventoryNumber
    from accountinfo
    where HARDWARE_ID = ?
    ${dialect.lock}`,
    values: [hardwareId],
  }
}

/**
 * Replaces many TAGs in one statement, each where the TAG and the number planned on still stand.
 * The planned rows come first and reach theirs by primary key, so that no other row is locked.
 */
export function replaceMany(target: Target, changes: readonly TagChange[]): Statement {
  const { dialect } = target
  return {
    text: `
    update ${planned(changes.length)} straight_join accountinfo as held
      on held.HARDWARE_ID = planned.id
    set held.TAG = planned.toTag
    where ${dialect.isExactly('held.TAG', 'planned.fromTag')}
      and ${dialect.isExactly(`held.${target.column}`, 'planned.plannedNumber')}`,
    values: plannedValues(changes),
  }
}

/** The TAGs and numbers that records hold now, as this transaction sees them. */
export function findMany({ dialect, column }: Target, hardwareIds: readonly number[]): Statement {
  return {
    text: `
    select HARDWARE_ID as hardwareId, ${dialect.text('TAG')} as value,
      ${dialect.text(column)} as inventoryNumber
    from accountinfo
    where HARDWARE_ID in (${hardwareIds.map(() => '?').join(', ')})`,
    values: hardwareIds,
  }
}

function planned(count: number): string {
  const first = 'select ? as id, ? as fromTag, ? as plannedNumber, ? as toTag'
  return `(${first}${' union all select ?, ?, ?, ?'.repeat(count - 1)}) as planned`
}

function plannedValues(changes: readonly TagChange[]): SqlValue[] {
  return changes.flatMap((change) => [
    change.hardwareId,
    change.from,
    change.inventoryNumber,
    change.to,
  ])
}
