import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/program.ts'

const DEPLOY = join(import.meta.dirname, '../../deploy')
const textOf = (file: string) => readFileSync(join(DEPLOY, file), 'utf8')

describe('the proxy of nginx', () => {
  const text = textOf('proxy/nginx.conf')
  const settings = [...text.matchAll(/^\s*([a-z_]+)\s+([^;{]+);$/gmu)].map(
    ([, key, value]) => `${key} ${value}`,
  )

  it('closes every brace, and ends every setting', () => {
    expect(text.split('{')).toHaveLength(text.split('}').length)
    const lines = text.split('\n').map((line) => line.trim())
    expect(lines.filter((line) => line !== '' && !/[;{}]$|^#/u.test(line))).toEqual([])
  })

  it('hands events and exports on as they come, and uploads of any usual size', () => {
    expect(settings).toEqual(
      expect.arrayContaining([
        ...['proxy_buffering off', 'proxy_request_buffering off', 'client_max_body_size 2g'],
        ...['proxy_http_version 1.1', 'proxy_read_timeout 3600s'],
      ]),
    )
  })

  it('takes no caller’s word for its address, and speaks TLS alone', () => {
    expect(settings).toEqual(
      expect.arrayContaining([
        ...['proxy_set_header X-Forwarded-For $remote_addr', 'proxy_set_header Host $host'],
        ...['ssl_protocols TLSv1.2 TLSv1.3', 'return 308 https://$host$request_uri'],
      ]),
    )
  })
})

it('the proxy of Caddy hands on at once, and takes large files', () => {
  const text = textOf('proxy/Caddyfile')

  expect(text.split('{')).toHaveLength(text.split('}').length)
  expect(text).toMatch(/reverse_proxy 127\.0\.0\.1:8080 \{[^}]*flush_interval -1/u)
  expect(text).toMatch(/request_body \{\s*max_size 2GB/u)
})

it('the example for cron runs commands there are, at times that cron knows', () => {
  const jobs = textOf('cron/muster')
    .split('\n')
    .filter((line) => /^[\d*]/u.test(line))
  const read = jobs.map((line) =>
    /^((?:[\d*/,-]+\s+){5})muster\s+cd \/opt\/muster && \.\/muster (\S+)/u.exec(line),
  )

  expect(read.map((found) => found?.[2])).toEqual(['nightly', 'alerts', 'backup'])
  expect(read.every((found) => COMMANDS.has(found?.[2] ?? ''))).toBe(true)
  expect(jobs.filter((line) => /(?<!\\)%/u.test(line))).toEqual([]) // to cron it is a line break
})
