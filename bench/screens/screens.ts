/** A screen that is opened: where, and what is there once one can begin to read it. */
export interface MeasuredScreen {
  readonly name: string
  readonly path: string
  readonly there: string
}

/** What an operator or a manager opens first. */
export const TODAY: MeasuredScreen = {
  ...{ name: 'Today', path: '/', there: '[data-figure=distinct_devices] a' },
}

export const DEVICES: MeasuredScreen = {
  ...{ name: 'Devices', path: '/devices', there: 'main [role=rowgroup] [role=row] a' },
}
