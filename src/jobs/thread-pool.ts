import { Piscina } from 'piscina'

/**
 * A pool of threads that outlives whatever they do. What fails rejects its own task; a thread that was stopped with its
 * task may still have answered, which the pool tells as an error of its own, and that would end the process if nobody
 * heard it.
 */
export function threadPool(
  options: NonNullable<ConstructorParameters<typeof Piscina>[0]>,
): Piscina {
  const pool = new Piscina(options)
  pool.on('error', () => {})
  return pool
}
