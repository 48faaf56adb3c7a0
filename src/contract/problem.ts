import { z } from 'zod'

/** Every answer that is no success: problem details by RFC 9457, with our code and the number of the request. */
export const Problem = z.object({
  type: z.string().describe('about:blank, for the code says more.'),
  title: z.string().describe('The name of the status.'),
  status: z.number().int(),
  code: z.string().describe('Stable, for programs.'),
  detail: z.string().describe('For people, in the language of Accept-Language.'),
  requestId: z.string().describe('As it stands in the log.'),
  details: z
    .unknown()
    .optional()
    .describe(
      'What the code is about; of request.invalid {faults: [{place, message}]}, with places such as query.limit.',
    ),
})

export type Problem = z.output<typeof Problem>
