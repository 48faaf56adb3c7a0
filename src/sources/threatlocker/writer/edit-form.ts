import { z } from 'zod'
import { trimSpace } from '../../../lib/text.ts'
import type { FoundState } from '../../source.ts'

/** A computer as the portal gives it for editing; whatever it holds goes back as it came. */
export type EditForm = z.output<typeof EditForm>
const EditForm = z.looseObject({ computerId: z.string(), name: z.string().nullish() })

/** The form of the computer that was asked for; null when the answer is none, or of another. */
export function editFormIn(body: unknown, computerId: string): EditForm | null {
  const form = EditForm.safeParse(body).data
  return form?.computerId.toLowerCase() === computerId.toLowerCase() ? form : null
}

/** What stands in the form. Spaces at its ends are not told of: no list keeps them either. */
export function stateIn({ name }: EditForm): FoundState {
  return { value: trimSpace(name ?? '') || null, inventoryNumber: null }
}

/** The same form with another name and nothing else. */
export function renamed(form: EditForm, name: string): EditForm {
  return { ...form, name }
}
