import type { Machine, MachineRecord } from '../../src/inventory/machine/machine.ts'
import type { FleetCheck, FleetLook, FleetSources } from '../../src/reconcile/checks/check.ts'
import {
  type CheckPolicy,
  DEFAULT_CHECK_POLICY,
  readyPolicy,
} from '../../src/reconcile/checks/check-policy.ts'
import type { Disagreement } from '../../src/reconcile/checks/finding-draft.ts'
import type { Scope } from '../../src/reconcile/checks/scope.ts'

export const ALDER = { id: 1, name: 'Alder & Birch LLP' }
export const CEDAR = { id: 2, name: 'Cedar Ltd' }

/** When every source was last heard. */
export const HEARD = new Date('2026-11-21T03:00:00Z')

/** So many days before every source was last heard, to the minute. */
export function daysAgo(days: number): Date {
  return new Date(HEARD.getTime() - days * 86_400_000)
}

/** A desk that remote management heard of this night, but for what is given. */
export function managed(fields: Partial<MachineRecord> = {}): MachineRecord {
  return {
    recordId: 501,
    source: 'ninjaone',
    nativeKey: '501',
    site: ALDER,
    organisation: { key: '7', name: 'Alder & Birch LLP' },
    location: 'Main Office',
    displayName: 'Reception PC',
    hostname: 'alb-reception-01.alder.example',
    serial: 'SIM0501',
    nodeClass: 'WINDOWS_WORKSTATION',
    role: 'Desktop',
    tags: [],
    class: 'workstation',
    isSpare: false,
    isBillable: true,
    since: '2026-11-01',
    lastContact: daysAgo(0),
    lost: null,
    ...fields,
  }
}

/** The same desk as endpoint protection lists it. */
export function guarded(fields: Partial<MachineRecord> = {}): MachineRecord {
  return managed({
    recordId: 901,
    source: 'threatlocker',
    nativeKey: 'aaaa0000-0000-4000-8000-000000000001',
    organisation: { key: 'cccc0000-0000-4000-8000-000000000007', name: 'ALDER & BIRCH' },
    location: null,
    displayName: 'ALB-RECEPTION-01 | Sam',
    hostname: 'ALB-RECEPTION-01',
    nodeClass: null,
    role: null,
    ...fields,
  })
}

export function machineOf(...records: readonly MachineRecord[]): Machine {
  return { deviceId: 17, records }
}

/** What a look may be made with; NinjaOne beside ThreatLocker, and the default policy, when left out. */
export interface LookMade {
  readonly policy?: Partial<CheckPolicy>
  readonly sources?: FleetSources
  readonly scope?: Scope
  readonly heardAt?: ReadonlyMap<string, Date>
}

export const TWO_VENDORS: FleetSources = {
  machines: ['ninjaone', 'threatlocker'],
  rmm: ['ninjaone'],
  edr: ['threatlocker'],
}

function lookWith({ policy, sources = TWO_VENDORS, scope, heardAt }: LookMade): FleetLook {
  return {
    scope: scope ?? sources.machines,
    sources,
    policy: readyPolicy({ ...DEFAULT_CHECK_POLICY, ...policy }),
    heardAt: heardAt ?? new Map(sources.machines.map((source) => [source, HEARD])),
  }
}

/** What a check says of the records of one machine. */
export function sayOf(check: FleetCheck, made: LookMade = {}) {
  return (...records: readonly MachineRecord[]): Disagreement | null =>
    check.find(machineOf(...records), lookWith(made))
}
