import { expect, it } from 'vitest'
import { vendorMessage } from './vendor-message.ts'

it.each([
  [
    { error: 'invalid_grant', error_description: 'refresh token expired' },
    'invalid_grant: refresh token expired',
  ],
  [{ error: 'invalid_client' }, 'invalid_client'],
  [{ resultCode: 'FAILURE', errorMessage: 'not_found', incidentId: 'sim-1' }, 'not_found'],
  [{ errorMessage: { code: 'device_not_found', params: ['501', 7] } }, 'device_not_found (501, 7)'],
  [{ errorMessage: { code: 'bad_filter', params: { field: 'df' } } }, 'bad_filter (df)'],
  [{ LoggerId: 'sim', StatusCode: 417, Message: 'Invalid computer name' }, 'Invalid computer name'],
  ['Rate limit reached', 'Rate limit reached'],
  [{ message: 'no' }, 'no'],
  [{ error: { code: 'E7', message: 'no' } }, 'E7: no'],
  [{ errors: [{ message: 'first' }, { message: 'second' }] }, 'first; second'],
  [{ type: 'about:blank', title: 'Bad', detail: 'worse' }, 'worse'],
  [{}, ''],
  [[], ''],
  [null, ''],
  [7, ''],
  [{ message: { message: { message: { message: { message: 'too deep' } } } } }, ''],
])('finds in %j the message %j', (body, message) => {
  expect(vendorMessage(JSON.stringify(body))).toBe(message)
})

it.each([
  ['<html><head><title> 502 Bad &amp; Gone\n</title></head></html>', '502 Bad & Gone'],
  ['<!doctype html><h1 class="x">Sign in</h1>', 'Sign in'],
  ['<html></html>', ''],
  ['upstream connect error', 'upstream connect error'],
  ['{"Message":"cut o', '{"Message":"cut o'],
  ['  ', ''],
])('finds in %j, which is no JSON, the message %j', (text, message) => {
  expect(vendorMessage(text)).toBe(message)
})
