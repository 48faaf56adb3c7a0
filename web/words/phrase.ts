/** What is said, in every language that is spoken: a text, or a text made of what it is about. */
export type Phrase =
  | { readonly en: string; readonly es: string }
  | { readonly en: (...about: never[]) => string; readonly es: (...about: never[]) => string }

/** Phrases by name. Write `export const PAGE = { ... } satisfies Words`: one without a language does not compile. */
export type Words = Readonly<Record<string, Phrase>>

/** The same in one language. */
export type Spoken<W extends Words> = { readonly [K in keyof W]: W[K]['en'] }
