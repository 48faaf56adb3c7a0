/** Whether there is a web app here, built from what lies here now. */
export function isWebBuilt(root: string): boolean
/** Builds it with `node`; what went wrong is told where it went wrong. True when it was built. */
export function buildWeb(root: string, node: string): boolean
