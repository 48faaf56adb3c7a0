import type { FastifyInstance } from 'fastify'
import { headText } from '../access/audit/chain.ts'
import { exportAudit, listAudit, verifyAudit } from '../contract/access.ts'
import { voiceOf } from '../reports/voice.ts'
import type { AccessDesk } from './access-desk.ts'
import { auditFile } from './audit-file.ts'
import { handle, handleFile } from './handle.ts'

/** The trail of who did what. */
export function auditRoutes(
  http: FastifyInstance,
  { audit }: Pick<AccessDesk, 'audit'>,
  timeZone: string,
): void {
  handleFile(http, exportAudit, async ({ query: { area = null, text = '', format }, language }) =>
    auditFile(audit, { filter: { area, text }, format, voice: voiceOf(language, timeZone) }),
  )

  handle(http, listAudit, async ({ query: { area = null, text = '', limit, offset } }) => {
    const { items, total } = await audit.recent({ area, text, limit, offset })
    return {
      items: items.map(({ at, details, ...entry }) => ({
        ...entry,
        details: { ...details },
        at: at.toISOString(),
      })),
      total,
    }
  })

  handle(http, verifyAudit, async () => {
    const { head, broken } = await audit.verify()
    return {
      isWhole: broken === null,
      entries: head.n,
      head: headText(head),
      broken: broken && { ...broken },
    }
  })
}
