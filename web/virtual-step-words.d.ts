declare module 'virtual:step-words' {
  /** What each step of a run does, by its name; made when the web app is built. */
  export const STEPS: Readonly<Record<string, { readonly en: string; readonly es: string }>>
}
