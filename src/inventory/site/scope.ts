/** Where something is counted: everywhere, or at one site; null: at none, for what is not mapped. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'site'; readonly site: string | null }
