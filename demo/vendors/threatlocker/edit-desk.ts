import { z } from 'zod'
import type { Wire } from '../fleet.ts'
import { type Answer, answer, refusal } from './answer.ts'
import type { ComputerList } from './computer-list.ts'

/** Where computers are had for editing and sent back; what was sent outlives every list. */
export interface EditDesk {
  form(computers: ComputerList, ask: Acting & { readonly computerId: string }): Answer
  edit(computers: ComputerList, ask: Acting & { readonly body: unknown }): Answer
}

/** On behalf of which organisation somebody acts. */
interface Acting {
  readonly organizationId: string
}

const EditBody = z.object({
  computerId: z.string(),
  computerGroupId: z.string().nullable().default(null),
  name: z.string(),
  useProxyServer: z.boolean().default(false),
  proxyServerOption: z.number().default(0),
  proxyUrlEntry: z.string().nullable().default(null),
  proxyURL: z.string().nullable().default(null),
  options: z.array(z.unknown()).default([]),
  aliases: z.array(z.unknown()).default([]),
})

/** The longest name a computer may be given in the portal. */
const LONGEST_NAME = 255
const CONTROL = /\p{Cc}/u

/** A desk for the fleet of this parent; it acts for every organisation, each child for itself alone. */
export function editDesk(parentId: string): EditDesk {
  const kept = new Map<string, Wire>()

  function find(computers: ComputerList, computerId: string, { organizationId }: Acting) {
    const computer = computers.find(computerId)
    const isSeen = organizationId === parentId || computer?.organizationId === organizationId
    return isSeen ? computer : null
  }

  return {
    form(computers, { computerId, ...acting }) {
      const computer = find(computers, computerId, acting)
      return computer === null ? missing() : answer(formOf(computer, kept.get(keyOf(computerId))))
    },
    edit(computers, { body, ...acting }) {
      const asked = EditBody.safeParse(body).data
      if (!asked) return refusal(417, 'Invalid request')
      const name = asked.name.trim()
      if (name === '' || name.length > LONGEST_NAME || CONTROL.test(name)) {
        return refusal(417, 'Invalid computer name')
      }
      const { computerId, ...fields } = asked
      if (find(computers, computerId, acting) === null) return missing()
      computers.edit(keyOf(computerId), { computerName: name })
      kept.set(keyOf(computerId), { ...fields, name })
      return answer(undefined)
    },
  }
}

/** A missing id is a failure of theirs (500), not a 404. */
function missing(): Answer {
  return refusal(500, 'Object reference not set to an instance of an object.')
}

/** What was sent back last, or else what the fleet says; a field that was not sent back is gone. */
function formOf(computer: Wire, kept: Wire = {}): Wire {
  const from = { ...computer, ...kept }
  return {
    computerId: computer.computerId,
    computerGroupId: from.computerGroupId ?? null,
    name: computer.computerName ?? null,
    useProxyServer: from.useProxyServer ?? false,
    proxyServerOption: from.proxyServerOption ?? 0,
    proxyUrlEntry: from.proxyUrlEntry ?? null,
    proxyURL: from.proxyURL ?? null,
    options: from.options ?? [],
    aliases: from.aliases ?? [],
  }
}

function keyOf(computerId: string): string {
  return computerId.toLowerCase()
}
