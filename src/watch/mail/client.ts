import { createTransport } from 'nodemailer'
import { AppError } from '../../lib/errors.ts'
import type { MailSettings } from '../alert-settings.ts'
import type { DigestText } from '../digest-text.ts'

/** Hands a digest to a mail server, for all its receivers or for none. Throws `alert.mail-unsent`. */
export async function mailDigest(settings: MailSettings, digest: DigestText): Promise<void> {
  const { host, port, from, to } = settings
  const transport = createTransport(transportOf(settings))
  try {
    const { rejected } = await transport.sendMail({
      ...{ from, to: [...to], subject: digest.subject, text: digest.text },
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    // Those who took it are told again the next time: better twice than never.
    if (rejected.length > 0) throw new Error(`refused for ${rejected.map(addressOf).join(', ')}`)
  } catch (error) {
    throw unsent(error, { server: `${host}:${port}`, password: settings.password })
  } finally {
    transport.close()
  }
}

/** Reaches the mail server, and signs in where there is an account; hands it nothing. Throws `alert.mail-unsent`. */
export async function greetMailServer(settings: MailSettings): Promise<void> {
  const transport = createTransport(transportOf(settings))
  try {
    await transport.verify()
  } catch (error) {
    throw unsent(error, {
      server: `${settings.host}:${settings.port}`,
      password: settings.password,
    })
  } finally {
    transport.close()
  }
}

function transportOf(settings: MailSettings) {
  const { host, port, security, user, password, timeoutSeconds } = settings
  const timeoutMs = timeoutSeconds * 1_000
  return {
    ...{ host, port, secure: security === 'tls' },
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    ...(user === undefined || password === undefined ? {} : { auth: { user, pass: password } }),
  }
}

function addressOf(receiver: string | { readonly address: string }): string {
  return typeof receiver === 'string' ? receiver : receiver.address
}

const LONGEST_SAID = 200

function unsent(
  error: unknown,
  { server, password }: { readonly server: string; readonly password: string | undefined },
): AppError {
  const text = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'EREFUSED'
  const said = (password ? text.replaceAll(password, '***') : text).replace(/\s+/gu, ' ')
  const details = { server, because: code, said: said.slice(0, LONGEST_SAID) }
  return new AppError('alert.mail-unsent', details, { cause: error })
}
