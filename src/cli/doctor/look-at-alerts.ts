import { isAppError } from '../../lib/errors.ts'
import { type AlertSettings, channelsOf } from '../../watch/alert-settings.ts'
import { greetMailServer } from '../../watch/mail/client.ts'
import { reach } from './reach.ts'
import { broken, fine, type Remark } from './remark.ts'

/** The ways by which people are told: reached, and handed nothing. */
export async function lookAtAlerts(alerts: AlertSettings): Promise<Remark[]> {
  if (channelsOf(alerts).length === 0) {
    return [
      fine({ subject: 'alerts' }, { en: 'none are configured', es: 'no hay ninguna configurada' }),
    ]
  }
  const { email, webhook } = alerts
  return Promise.all([
    ...(email ? [lookAtMail(email)] : []),
    ...(webhook ? [lookAtWebhook(new URL(webhook.url))] : []),
  ])
}

async function lookAtMail(email: NonNullable<AlertSettings['email']>): Promise<Remark> {
  const of = { subject: 'alerts', about: 'email' }
  try {
    await greetMailServer(email)
    const server = `${email.host}:${email.port}`
    return fine(of, { en: `${server} answers`, es: `${server} responde` })
  } catch (error) {
    if (!isAppError(error, 'alert.mail-unsent')) throw error
    const { server, because, said } = error.details
    return broken(
      of,
      {
        en: `${server} does not take us: ${because}, ${said}`,
        es: `${server} no nos admite: ${because}, ${said}`,
      },
      {
        en: 'Check alerts.email, MUSTER_SMTP_USER, MUSTER_SMTP_PASSWORD and the certificate of the server.',
        es: 'Revise alerts.email, MUSTER_SMTP_USER, MUSTER_SMTP_PASSWORD y el certificado del servidor.',
      },
    )
  }
}

/** Its path may be a secret, so only the host is told. */
async function lookAtWebhook(url: URL): Promise<Remark> {
  const of = { subject: 'alerts', about: 'webhook' }
  const because = await reach(url)
  if (because === null) return fine(of, { en: `${url.host} answers`, es: `${url.host} responde` })
  return broken(
    of,
    {
      en: `${url.host} cannot be reached: ${because}`,
      es: `no se llega a ${url.host}: ${because}`,
    },
    {
      en: 'Check alerts.webhook.url, the name server and the firewall of this machine.',
      es: 'Revise alerts.webhook.url, el servidor de nombres y el cortafuegos de esta máquina.',
    },
  )
}
