import { describe, expect, it } from 'vitest'
import { biosEvidence } from './virtual-machine.ts'

function bios(SMANUFACTURER: string | null, SMODEL: string | null, TYPE: string | null = null) {
  return { SMANUFACTURER, SMODEL, TYPE }
}

describe('biosEvidence', () => {
  it.each([
    ['VMware', bios('VMware, Inc.', 'VMware Virtual Platform'), 'SMANUFACTURER'],
    ['VMware, newer', bios('VMware, Inc.', 'VMware7,1'), 'SMANUFACTURER'],
    ['VMware by its model', bios(null, 'VMware20,1'), 'SMODEL'],
    ['VirtualBox', bios('innotek GmbH', 'VirtualBox'), 'SMANUFACTURER'],
    ['VirtualBox of Oracle', bios('Oracle Corporation', 'VirtualBox'), 'SMODEL'],
    ['QEMU', bios('QEMU', 'Standard PC (Q35 + ICH9, 2009)'), 'SMANUFACTURER'],
    ['QEMU by its model', bios('', 'Standard PC (i440FX + PIIX, 1996)'), 'SMODEL'],
    ['KVM', bios('Red Hat', 'KVM'), 'SMODEL'],
    ['RHEV', bios('Red Hat', 'RHEV Hypervisor'), 'SMODEL'],
    ['oVirt', bios('oVirt', 'oVirt Node'), 'SMANUFACTURER'],
    ['Hyper-V', bios('Microsoft Corporation', 'Virtual Machine'), 'SMANUFACTURER'],
    ['Xen', bios('Xen', 'HVM domU'), 'SMANUFACTURER'],
    ['Xen by its model', bios('Citrix', 'HVM domU'), 'SMODEL'],
    ['Parallels', bios('Parallels Software International Inc.', null), 'SMANUFACTURER'],
    ['Parallels on ARM', bios('Parallels', 'Parallels ARM Virtual Machine'), 'SMODEL'],
    ['Bochs', bios('Bochs', 'Bochs'), 'SMANUFACTURER'],
    ['bhyve', bios('FreeBSD', 'BHYVE'), 'SMODEL'],
    ['OpenStack', bios('OpenStack Foundation', 'OpenStack Nova'), 'SMANUFACTURER'],
    ['Amazon EC2', bios('Amazon EC2', 't3.micro'), 'SMANUFACTURER'],
    ['Google Compute Engine', bios('Google', 'Google Compute Engine'), 'SMODEL'],
    ['Nutanix AHV', bios('Nutanix', 'AHV'), 'SMANUFACTURER'],
    ['a chassis that says so', bios('Acme', 'Server', 'Virtual Machine'), 'TYPE'],
  ])('takes %s for virtual', (_, strings, field) => {
    expect(biosEvidence(strings)?.field).toBe(`bios.${field}`)
  })

  it.each([
    ['a Surface', bios('Microsoft Corporation', 'Surface Pro 9', 'Tablet')],
    ['a Microsoft maker alone', bios('Microsoft Corporation', null)],
    ['a Chromebook', bios('Google', 'Peppy', 'Laptop')],
    ['a Nutanix node', bios('Nutanix', 'NX-1065-G8')],
    ['an Oracle server', bios('Oracle Corporation', 'SUN FIRE X4170 M3')],
    ['bare metal at Amazon', bios('Amazon EC2', 'c5.metal')],
    ['an Amazon computer of no known model', bios('Amazon EC2', null)],
    ['a Mac', bios('Apple Inc.', 'MacBookPro18,1')],
    ['a host whose model names what it runs', bios('Dell Inc.', 'PowerEdge R740 (VMware ESXi)')],
    ['a desktop', bios('Dell Inc.', 'OptiPlex 7090', 'Desktop')],
    ['a standard desktop', bios('LENOVO', 'Standard PC-5', 'Desktop')],
    ['a computer that says nothing', bios(null, null)],
  ])('does not take %s for virtual', (_, strings) => {
    expect(biosEvidence(strings)).toBeNull()
  })

  it('ignores case and outer spaces, and shows the string as stored', () => {
    expect(biosEvidence(bios(' qemu ', null))).toEqual({
      field: 'bios.SMANUFACTURER',
      value: ' qemu ',
    })
  })
})
