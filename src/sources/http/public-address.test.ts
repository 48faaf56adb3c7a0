import { BlockList } from 'node:net'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isPublicAddress } from './public-address.ts'

it.each([
  ['8.8.8.8', 'an ordinary address'],
  ['172.15.255.255', 'just below the private block'],
  ['172.32.0.0', 'just above it'],
  ['100.63.255.255', 'just below the shared block'],
  ['100.128.0.0', 'just above it'],
  ['2606:4700::1111', 'an ordinary IPv6 address'],
  ['2A00:1450:4001:82B::200E', 'in capitals'],
  ['64:ff9b::808:808', 'a public IPv4 address as a network without IPv4 calls it'],
])('takes %s for public: %s', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

it.each([
  ['0.0.0.0', 'this network'],
  ['10.255.0.1', 'private'],
  ['100.64.0.1', 'shared by customers of one provider'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback to its end'],
  ['169.254.169.254', 'link-local, where clouds keep credentials'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private to its end'],
  ['192.168.1.1', 'private'],
  ['198.19.0.1', 'for benchmarks'],
  ['203.0.113.7', 'for documentation'],
  ['224.0.0.1', 'multicast'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::ffff:8.8.8.8', 'mapped, even though what is mapped is public'],
  ['::ffff:127.0.0.1', 'mapped loopback'],
  ['::ffff:7f00:1', 'mapped loopback in hexadecimal'],
  ['::7f00:1', 'compatible loopback'],
  ['64:ff9b::a00:1', 'a private IPv4 address as a network without IPv4 calls it'],
  ['64:ff9b:1::808:808', 'translation of a local network'],
  ['fc00::1', 'unique local'],
  ['fdff:ffff::1', 'unique local to its end'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local with its zone'],
  ['fec0::1', 'site-local'],
  ['ff02::1', 'multicast'],
  ['2001::1', 'Teredo'],
  ['2001:db8::1', 'for documentation'],
  ['2002:7f00:1::', '6to4 of loopback'],
  ['localhost', 'a name'],
  ['1.2.3', 'too few parts'],
  ['1.2.3.256', 'too large a part'],
  ['010.8.8.8', 'a part that may be octal'],
  ['1:2:3', 'too few groups'],
  ['1::2::3', 'two gaps'],
  ['2001:4860::12345', 'too long a group'],
  ['', 'nothing'],
])('does not take %s for public: %s', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

const V4_BLOCKS = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

it('agrees with the list of blocks of Node on every IPv4 address', () => {
  const blocked = new BlockList()
  for (const [base, bits] of V4_BLOCKS) blocked.addSubnet(base, bits)
  const first = fc.oneof(fc.nat(255), fc.constantFrom(100, 169, 172, 192, 198, 203))
  const second = fc.oneof(fc.nat(255), fc.constantFrom(0, 18, 51, 64, 88, 168, 254))
  const third = fc.oneof(fc.nat(255), fc.constantFrom(0, 2, 99, 100, 113))
  fc.assert(
    fc.property(fc.tuple(first, second, third, fc.nat(255)), (octets) => {
      const address = octets.join('.')
      expect(isPublicAddress(address)).toBe(!blocked.check(address))
    }),
    { numRuns: 3_000 },
  )
})

it('lets no IPv6 address through that Node finds in a block of its own network', () => {
  const blocked = new BlockList()
  for (const [base, bits] of [
    ['::', 96],
    ['::ffff:0:0', 96],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
  ] as const) {
    blocked.addSubnet(base, bits, 'ipv6')
  }
  const start = fc.constantFrom(
    '',
    '2001:',
    '2001:db8:',
    '2002:',
    'fd00:',
    'fe80:',
    '::ffff:',
    '::',
  )
  const near = fc.tuple(start, fc.ipV6()).map(([head, address]) => head + address)
  fc.assert(
    fc.property(fc.oneof(fc.ipV6(), near), (address) => {
      expect(isPublicAddress(address) && blocked.check(address, 'ipv6')).toBe(false)
    }),
    { numRuns: 3_000 },
  )
})
