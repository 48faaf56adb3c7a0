/** What an installation decided about which machine is what, and which is billed. */
export interface FleetPolicy {
  /** A display name or a location that contains one of these is a spare's; any case. */
  readonly spareWords: readonly string[]
  /** Node classes of guests that count as spare; `HYPERV_VMM_GUEST` may be added. */
  readonly guestNodeClasses: readonly string[]
  /** Node classes that are neither server nor workstation whatever the next two say. */
  readonly otherNodeClasses: readonly string[]
  readonly serverNodeClasses: readonly string[]
  readonly workstationNodeClasses: readonly string[]
  /** What the name of a desktop operating system contains; any case. */
  readonly desktopSystems: readonly string[]
  readonly billing: readonly BillingRule[]
}

/** How one organisation is billed. Node classes may begin with `*`, for anything. */
export interface BillingRule {
  /** Its name at the vendor, in any case, or its key there; `*` for every organisation. */
  readonly organisation: string
  /** Nothing of it is billed: it is one's own. */
  readonly isInternal?: boolean
  /** `server`, `workstation`, `other`, or node classes. */
  readonly excludedClasses?: readonly string[]
  readonly excludedRoles?: readonly string[]
  readonly excludedTags?: readonly string[]
  /** Its spares are billed as well. */
  readonly billsSpares?: boolean
}

export const DEFAULT_FLEET_POLICY: FleetPolicy = {
  spareWords: ['spare'],
  guestNodeClasses: ['VMWARE_VM_GUEST'],
  otherNodeClasses: ['NMS_*'],
  serverNodeClasses: ['*_SERVER', '*_HOST'],
  workstationNodeClasses: ['WINDOWS_WORKSTATION', 'LINUX_WORKSTATION', 'MAC'],
  desktopSystems: ['windows', 'macos', 'mac os', 'os x', 'chrome os', 'desktop', 'workstation'],
  billing: [],
}
