const MIB = 1_048_576

/**
 * How the server uses the memory of its machine, of so many bytes in all: an eighth for pages in common,
 * 128 MB at least and 1 GB at most, for Muster is not alone there; the rest of it as the cache of files.
 */
export function memorySettings(totalBytes: number): Readonly<Record<string, string>> {
  const eighth = Math.floor(totalBytes / 8 / MIB)
  return {
    shared_buffers: `${Math.min(1024, Math.max(128, eighth))}MB`,
    effective_cache_size: `${Math.max(256, 4 * eighth)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${Math.min(256, Math.max(64, Math.floor(eighth / 4)))}MB`,
  }
}

/** For much that is written at once, and for short questions. */
export const WORK_SETTINGS = {
  max_wal_size: '2GB',
  // compiling a statement takes longer than the statements of a screen do
  jit: 'off',
}
