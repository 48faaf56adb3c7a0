import { generateKeyPairSync, sign } from 'node:crypto'

/** A certificate of `localhost` that signed itself, good for a day before and after now; PEM. */
export function ownCertificate(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const name = sequence(set(sequence(objectId('550403'), tlv(0x0c, 'localhost'))))
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))), // version 3
    tlv(0x02, Buffer.from([1])),
    ED25519,
    name,
    sequence(utcTime(-86_400_000), utcTime(86_400_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(extension('551d13', sequence(TRUE)), extension('551d11', sequence(NAMES)))),
  )
  const signature = Buffer.concat([Buffer.from([0]), sign(null, body, privateKey)])
  const whole = sequence(body, ED25519, tlv(0x03, signature))
  const lines = whole.toString('base64').match(/.{1,64}/gu) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  }
}

const ED25519 = sequence(objectId('2b6570'))
const TRUE = tlv(0x01, Buffer.from([0xff]))
const NAMES = Buffer.concat([tlv(0x82, 'localhost'), tlv(0x87, Buffer.from([127, 0, 0, 1]))])

function extension(id: string, value: Buffer): Buffer {
  return sequence(objectId(id), tlv(0x04, value))
}

function objectId(hex: string): Buffer {
  return tlv(0x06, Buffer.from(hex, 'hex'))
}

function sequence(...parts: Buffer[]): Buffer {
  return tlv(0x30, Buffer.concat(parts))
}

function set(...parts: Buffer[]): Buffer {
  return tlv(0x31, Buffer.concat(parts))
}

function utcTime(fromNowMs: number): Buffer {
  const digits = new Date(Date.now() + fromNowMs).toISOString().replaceAll(/\D/gu, '')
  return tlv(0x17, `${digits.slice(2, 14)}Z`)
}

function tlv(tag: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content)
  const size = bytes.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), bytes])
}
