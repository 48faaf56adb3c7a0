import { expect, it } from 'vitest'
import { threadPool } from './thread-pool.ts'

const FILE = new URL('analytics/study-thread.ts', import.meta.url).href

it('goes on when a thread that was stopped still answers', async () => {
  const pool = threadPool({ filename: FILE, minThreads: 0, maxThreads: 1 })

  pool.emit('error', new Error('Unexpected message from Worker'))
  expect(await pool.run([], { name: 'study' })).toEqual([])
  await expect(pool.run(null, { name: 'study' })).rejects.toThrow(TypeError)
  await pool.destroy()
})
