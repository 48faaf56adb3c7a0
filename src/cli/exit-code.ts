/** What a command's exit code says. */
export const EXIT = { agreed: 0, failed: 1, differences: 2, held: 3 } as const

export type Ending = keyof typeof EXIT
