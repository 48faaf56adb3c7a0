import { describe, expect, it } from 'vitest'
import { usableMacs } from './usable-macs.ts'

describe('usableMacs', () => {
  it.each([
    ['00:00:00:00:00:00', 'zeros'],
    ['ff:ff:ff:ff:ff:ff', 'broadcast'],
    ['33:50:6f:45:30:30', 'a group address'],
    ['00:50:56:c0:00:08', 'VMware'],
    ['00:15:5d:01:02:03', 'Hyper-V'],
    ['08:00:27:d7:cc:d8', 'VirtualBox'],
    ['52:54:00:12:34:56', 'QEMU'],
    ['00:0e:c6:12:34:56', 'a USB adapter'],
    ['3c:18:a0:12:34:56', 'a dock'],
    ['00:ff:aa:bb:cc:dd', 'a tunnel'],
    ['88:e2:20:52:41:53', 'a network monitor of Windows'],
    ['20:41:53:59:4e:ff', 'RAS'],
    ['02:50:41:00:00:01', 'a VPN client'],
    ['22:22:22:22:22:22', 'one pair over and over'],
    ['not a mac', 'no address at all'],
  ])('leaves out %s, %s', (mac) => {
    expect(usableMacs([mac])).toEqual([])
  })

  it('keeps an address that is merely local, which no other machine need have', () => {
    expect(usableMacs(['02:00:00:00:05:01'])).toEqual(['02:00:00:00:05:01'])
  })

  it('reads every way of writing an address as one', () => {
    const written = ['A4-BB-6D-00-05-01', 'a4bb.6d00.0501', 'A4BB6D000501', 'a4:bb:6d:00:05:01']

    expect(usableMacs(written)).toEqual(['a4:bb:6d:00:05:01'])
  })
})
