/** Lets one process at a time install or build in a checkout; the others wait. */
export function withInstallLock<T>(root: string, work: () => Promise<T>): Promise<T>
