import { expect, it } from 'vitest'
import { computerNames } from './computer-names.ts'

it.each([
  [['PC-1', 'PC-1'], { displayName: 'PC-1', hostname: 'PC-1' }],
  [['PC-1 | Sam', 'PC-1'], { displayName: 'PC-1 | Sam', hostname: 'PC-1' }],
  [['PC-1 | Sam', null], { displayName: 'PC-1 | Sam', hostname: 'PC-1' }],
  [['Front desk', 'PC-1|Sam'], { displayName: 'Front desk', hostname: 'PC-1' }],
  [[null, 'PC-1 | Sam'], { displayName: 'PC-1 | Sam', hostname: 'PC-1' }],
  [['Front desk', null], { displayName: 'Front desk', hostname: null }],
  [[null, 'PC-1'], { displayName: null, hostname: 'PC-1' }],
  [['| Sam', ' | Sam'], { displayName: '| Sam', hostname: null }],
  [['Till', '10.7.0.21'], { displayName: 'Till', hostname: null }],
  [['Till', 'fe80::1'], { displayName: 'Till', hostname: null }],
  [['PC-1 | Sam', '10.7.0.21'], { displayName: 'PC-1 | Sam', hostname: 'PC-1' }],
  [[null, null], { displayName: null, hostname: null }],
] as const)('calls computerName and hostname %j %j', ([computerName, hostname], names) => {
  expect(computerNames(computerName, hostname)).toEqual(names)
})
