/** What came of carrying a sign-in on; `unknown` where the server could not be reached or could not say. */
export type Renewal = 'renewed' | 'over' | 'unknown'
