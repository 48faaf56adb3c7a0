import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, describe, expect, it } from 'vitest'
import { mailServer } from '../../../test/support/mail-server.ts'
import { ownCertificate } from '../../../test/support/own-certificate.ts'
import { MailSettings } from '../alert-settings.ts'
import { mailDigest } from './client.ts'

const DIGEST = { subject: 'Muster: 1 por atender', text: 'Nuevo\n- Año de prueba\n.\nfin\n' }
const certificate = ownCertificate()
const PASSWORD = 'correo-lento-gris'

/** Takes mail of ana alone. */
const secured = await mailServer({
  ...certificate,
  onAuth: ({ username, password }, _session, done) =>
    username === 'ana' && password === PASSWORD
      ? done(null, { user: username })
      : done(new Error(`no ${username} ${password}`)),
})
/** Takes any mail, but none to `nobody@`. */
const open = await mailServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: ({ address }, _session, done) =>
    done(address.startsWith('nobody') ? new Error('unknown receiver') : null),
})
afterAll(() => Promise.all([secured.close(), open.close()]))

const settings = (changed: object): MailSettings =>
  MailSettings.parse({
    ...{
      host: 'localhost',
      from: 'muster@example.org',
      to: ['ana@example.org', 'luis@example.org'],
    },
    ...changed,
  })
const account = { user: 'ana', password: PASSWORD }

describe('mailDigest', () => {
  it('refuses a server whose certificate nobody vouches for, and says nothing to it', async () => {
    const failure = mailDigest(settings({ port: secured.port, ...account }), DIGEST)

    await expect(failure).rejects.toMatchObject({
      code: 'alert.mail-unsent',
      details: {
        server: `localhost:${secured.port}`,
        said: expect.stringContaining('certificate'),
      },
    })
    expect(secured.taken).toEqual([])
  })

  it('hands the mail over encrypted, as plain text, by its account', async () => {
    const before = getCACertificates('default')
    setDefaultCACertificates([...before, certificate.cert])
    try {
      await mailDigest(settings({ port: secured.port, ...account }), DIGEST)
    } finally {
      setDefaultCACertificates(before)
    }

    const [mail, ...others] = secured.taken
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      ...{ from: 'muster@example.org', to: ['ana@example.org', 'luis@example.org'] },
      ...{ isEncrypted: true, user: 'ana' },
    })
    expect(mail?.raw).toContain('Subject: Muster: 1 por atender')
    expect(mail?.raw).toContain('Content-Type: text/plain; charset=utf-8')
    expect(mail?.raw).toContain('Auto-Submitted: auto-generated')
    expect(mail?.raw.toLowerCase()).not.toContain('html')
  })

  it('tells why an account is refused, without its password', async () => {
    const before = getCACertificates('default')
    setDefaultCACertificates([...before, certificate.cert])
    const wrong = { user: 'ana', password: 'tejado-azul-9' }
    const failure = await mailDigest(settings({ port: secured.port, ...wrong }), DIGEST)
      .catch((error: unknown) => error)
      .finally(() => setDefaultCACertificates(before))

    expect(failure).toMatchObject({ details: { because: 'EAUTH' } })
    expect(JSON.stringify(failure)).not.toContain('tejado')
  })

  it('sends nothing in the clear unless that is configured', async () => {
    const clear = { port: open.port, to: ['luis@example.org'] }
    await expect(mailDigest(settings(clear), DIGEST)).rejects.toMatchObject({
      code: 'alert.mail-unsent',
    })
    expect(open.taken).toEqual([])

    await mailDigest(settings({ ...clear, security: 'none' }), DIGEST)
    expect(open.taken).toMatchObject([{ isEncrypted: false, user: null }])
  })

  it('stays one mail to its own receivers, whatever lines a name brings along', async () => {
    const before = open.taken.length
    const name = 'pos\r\nBcc: thief@example.org\r\n\r\n.\r\nMAIL FROM:<thief@example.org>\r\n'
    const digest = { subject: `Muster: ${name}`, text: `Nuevo\n- ${name}fin\n` }
    const clear = { port: open.port, security: 'none', to: ['luis@example.org'] }
    await mailDigest(settings(clear), digest)

    const [mail, ...others] = open.taken.slice(before)
    const [headers = ''] = mail?.raw.split('\r\n\r\n') ?? []
    expect(others).toEqual([])
    expect(mail).toMatchObject({ from: 'muster@example.org', to: ['luis@example.org'] })
    expect(headers).not.toMatch(/^(?:bcc|mail from)/imu)
    expect(mail?.raw.trimEnd().endsWith('fin')).toBe(true)
  })

  it.each(['ana@example.org\r\nBcc: thief@example.org', 'ana@example.org\n'])(
    'goes to no address with a line break: %j',
    (address) => {
      expect(MailSettings.safeParse({ host: 'h', from: address, to: ['a@b.org'] }).success).toBe(
        false,
      )
      expect(MailSettings.safeParse({ host: 'h', from: 'a@b.org', to: [address] }).success).toBe(
        false,
      )
    },
  )

  it('counts as unsent what one of its receivers is refused', async () => {
    const some = {
      port: open.port,
      security: 'none',
      to: ['luis@example.org', 'nobody@example.org'],
    }

    await expect(mailDigest(settings(some), DIGEST)).rejects.toMatchObject({
      code: 'alert.mail-unsent',
      details: { said: 'refused for nobody@example.org' },
    })
  })

  it('waits for a server that says nothing no longer than configured', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo // it listens at a port
    const failure = mailDigest(settings({ port, timeoutSeconds: 0.2 }), DIGEST)

    await expect(failure).rejects.toMatchObject({ details: { because: 'ETIMEDOUT' } })
    silent.close()
  })
})
