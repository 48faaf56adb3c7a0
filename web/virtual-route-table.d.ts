declare module 'virtual:route-table' {
  /** Method and path of every route of the contract, by name; made when the web app is built. */
  export const ROUTE_TABLE: Readonly<
    Record<string, { readonly method: string; readonly path: string }>
  >
}
