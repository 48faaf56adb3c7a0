/** What a machine is, and which rule said so. */
export interface Classification {
  readonly class: DeviceClass
  readonly classRule: ClassRule
  readonly isSpare: boolean
  /** Null for a machine that is not spare. */
  readonly spareRule: SpareRule | null
  readonly isBillable: boolean
  readonly billableRule: BillableRule
}

export const DEVICE_CLASSES = ['server', 'workstation', 'other'] as const
export type DeviceClass = (typeof DEVICE_CLASSES)[number]

/** `nothing-known`: the source tells neither a node class nor an operating system. */
export type ClassRule = 'node-class' | 'operating-system' | 'nothing-known'

export type SpareRule = 'display-name' | 'location' | 'node-class'

/** The last five are an organisation's own rules. */
export type BillableRule =
  | 'not-spare'
  | 'spare'
  | 'spares-billed'
  | 'internal-organisation'
  | 'excluded-class'
  | 'excluded-role'
  | 'excluded-tag'
