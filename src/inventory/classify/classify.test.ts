import { describe, expect, it } from 'vitest'
import { type ClassifiedRecord, classify } from './classify.ts'
import { type BillingRule, DEFAULT_FLEET_POLICY, type FleetPolicy } from './fleet-policy.ts'

const RECORD: ClassifiedRecord = {
  displayName: 'Reception PC',
  location: { key: '71', name: 'Main Office' },
  nodeClass: 'WINDOWS_WORKSTATION',
  operatingSystem: 'Windows 11 Pro',
  organisation: { key: '7', name: 'Alder & Birch LLP' },
  role: 'Desktop',
  tags: [],
}

function classified(changed: Partial<ClassifiedRecord>, policy: Partial<FleetPolicy> = {}) {
  return classify({ ...RECORD, ...changed }, { ...DEFAULT_FLEET_POLICY, ...policy })
}

describe('class', () => {
  it.each([
    ['WINDOWS_SERVER', 'server'],
    ['LINUX_SERVER', 'server'],
    ['MAC_SERVER', 'server'],
    ['VMWARE_VM_HOST', 'server'],
    ['HYPERV_VMM_HOST', 'server'],
    ['WINDOWS_WORKSTATION', 'workstation'],
    ['LINUX_WORKSTATION', 'workstation'],
    ['MAC', 'workstation'],
    ['VMWARE_VM_GUEST', 'other'],
    ['NMS_SWITCH', 'other'],
    ['CLOUD_MONITOR_TARGET', 'other'],
    ['APPLE_IOS', 'other'],
    ['UNMANAGED_DEVICE', 'other'],
  ])('of node class %s is %s, whatever the operating system', (nodeClass, expected) => {
    const operatingSystem = expected === 'server' ? 'Windows 11 Pro' : 'Windows Server 2022'

    const found = classified({ nodeClass, operatingSystem })

    expect(found).toMatchObject({ class: expected, classRule: 'node-class' })
  })

  it.each([
    ['Windows Server 2022 Standard ', 'server'],
    ['Ubuntu Server 24.04', 'server'],
    ['Windows 11 Pro ', 'workstation'],
    ['macOS 15.1', 'workstation'],
    ['Ubuntu Desktop 24.04', 'workstation'],
    ['Debian GNU/Linux 12', 'other'],
    ['Android 15', 'other'],
  ])('without a node class is what %s says', (operatingSystem, expected) => {
    const found = classified({ nodeClass: null, operatingSystem })

    expect(found).toMatchObject({ class: expected, classRule: 'operating-system' })
  })

  it.each(['alb-app01', 'web-7', 'ALB-DC01', 'sql-server', 'server room PC'])(
    'is not guessed from the name %s',
    (displayName) => {
      expect(classified({ displayName }).class).toBe('workstation')
      expect(classified({ displayName, nodeClass: null, operatingSystem: null })).toMatchObject({
        class: 'other',
        classRule: 'nothing-known',
      })
    },
  )

  it('is neither for what a network monitor lists, whatever its class ends in, nor for what an installation names', () => {
    expect(classified({ nodeClass: 'NMS_SERVER' }).class).toBe('other')
    expect(classified({ nodeClass: 'NMS_VM_HOST' }).class).toBe('other')
    expect(classified({ nodeClass: 'LINUX_SERVER' }).class).toBe('server')
    const policy = { otherNodeClasses: ['LINUX_SERVER'] }
    expect(classified({ nodeClass: 'LINUX_SERVER' }, policy).class).toBe('other')
  })
})

describe('spare', () => {
  it.each<[string, Partial<ClassifiedRecord>]>([
    ['display-name', { displayName: 'Laptop SPARE 3' }],
    ['location', { location: { key: '72', name: 'Spares cupboard' } }],
    ['node-class', { nodeClass: 'VMWARE_VM_GUEST' }],
  ])('by %s', (spareRule, changed) => {
    expect(classified(changed)).toMatchObject({ isSpare: true, spareRule, isBillable: false })
  })

  it('by the display name first, then by the location', () => {
    const location = { key: '72', name: 'Spare' }

    expect(classified({ displayName: 'spare', location }).spareRule).toBe('display-name')
    expect(classified({ location, nodeClass: 'VMWARE_VM_GUEST' }).spareRule).toBe('location')
  })

  it('is not a machine without any sign of it', () => {
    const found = classified({ displayName: null, location: null })

    expect(found).toMatchObject({ isSpare: false, spareRule: null })
  })

  it('is a guest of another hypervisor only where that is set', () => {
    const guest = { nodeClass: 'HYPERV_VMM_GUEST' }
    const guestNodeClasses = ['VMWARE_VM_GUEST', 'HYPERV_VMM_GUEST']

    expect(classified(guest).isSpare).toBe(false)
    expect(classified(guest, { guestNodeClasses }).isSpare).toBe(true)
  })
})

describe('billable', () => {
  const billed = (changed: Partial<ClassifiedRecord>, rule: Omit<BillingRule, 'organisation'>) =>
    classified(changed, { billing: [{ organisation: ' ALDER & BIRCH LLP', ...rule }] })

  it('is every machine that is not spare', () => {
    expect(classified({})).toMatchObject({ isBillable: true, billableRule: 'not-spare' })
    expect(classified({ displayName: 'spare' })).toMatchObject({
      isBillable: false,
      billableRule: 'spare',
    })
  })

  it.each<[string, Partial<ClassifiedRecord>, Omit<BillingRule, 'organisation'>]>([
    ['internal-organisation', {}, { isInternal: true }],
    ['excluded-class', {}, { excludedClasses: ['workstation'] }],
    ['excluded-class', { nodeClass: 'NMS_SWITCH' }, { excludedClasses: ['NMS_SWITCH'] }],
    ['excluded-role', {}, { excludedRoles: ['desktop'] }],
    ['excluded-tag', { tags: ['lab', 'On loan'] }, { excludedTags: ['on loan'] }],
  ])('is not what its organisation excludes: %s', (billableRule, changed, rule) => {
    expect(billed(changed, rule)).toMatchObject({ isBillable: false, billableRule })
  })

  it('is a spare where its organisation pays for them', () => {
    const spare = { displayName: 'spare 3' }

    expect(billed(spare, { billsSpares: true })).toMatchObject({
      isSpare: true,
      isBillable: true,
      billableRule: 'spares-billed',
    })
    expect(billed(spare, { billsSpares: true, excludedRoles: ['Desktop'] }).isBillable).toBe(false)
  })

  it('follows the rules of its own organisation only, by name, by key, or for all', () => {
    const elsewhere = { organisation: { key: '8', name: 'Cedar Inc' } }
    const by = (organisation: string) =>
      classified(elsewhere, { billing: [{ organisation, isInternal: true }] }).isBillable

    expect(by('Alder & Birch LLP')).toBe(true)
    expect(by('CEDAR INC')).toBe(false)
    expect(by('8')).toBe(false)
    expect(by('*')).toBe(false)
  })
})
