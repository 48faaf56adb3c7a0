import { readFileSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Memory of this process, in bytes. */
export interface Memory {
  /** What is still held once what is not has been collected: the heap and the buffers beside it. */
  readonly held: number
  /** What the system counts as resident then. */
  readonly resident: number
  /** The most that was resident at one time since it was last measured. */
  readonly peak: number
}

/** Starts to measure; each look collects first what nobody holds any more. */
export function memoryGauge(): () => Memory {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  forgetPeak()
  return () => {
    const peak = peakBytes()
    collect()
    const { heapUsed, external, rss } = process.memoryUsage()
    forgetPeak()
    return { held: heapUsed + external, resident: rss, peak }
  }
}

/** Linux counts the most anew from here; other systems give the most of the whole life of the process. */
function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5')
}

function peakBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024
  const [, kilobytes] =
    /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) * 1024
}
