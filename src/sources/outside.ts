/** What a source that is reached over the network needs of the world, handed in by whoever opens it. */
export interface Outside {
  now(): Date
  /** 0 to below 1. */
  random(): number
  sleep(milliseconds: number): Promise<void>
  readonly tokens: TokenKeeper
}

/** Keeps a source's tokens between runs, sealed. `save` returns once they would survive a crash. */
export interface TokenKeeper {
  load(): Promise<string | null>
  save(text: string): Promise<void>
}
