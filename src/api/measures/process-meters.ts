import { monitorEventLoopDelay } from 'node:perf_hooks'
import type pg from 'pg'
import { Counter, Gauge, type Registry } from 'prom-client'

type Delay = ReturnType<typeof monitorEventLoopDelay>

const NANOSECONDS = 1e9
const MICROSECONDS = 1e6

/** Measures this process: its event loop, its memory, and its connections to the database. */
export function meterProcess(
  registry: Registry,
  { pool, version }: { readonly pool: pg.Pool; readonly version: string },
): { stop(): void } {
  const registers = [registry]
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  meterEventLoop(registry, delay)
  meterUsage(registry)
  new Gauge({
    name: 'muster_database_connections',
    help: 'Connections of this server: total, those nobody uses, and requests that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'total' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
  new Gauge({
    name: 'muster_build_info',
    help: 'Always 1; the version is its label.',
    labelNames: ['version'],
    registers,
  }).set({ version }, 1)
  return { stop: () => void delay.disable() }
}

/** Each scrape tells of the time since the one before. */
function meterEventLoop(registry: Registry, delay: Delay): void {
  new Gauge({
    name: 'muster_event_loop_delay_seconds',
    help: 'How late the event loop is, since the last scrape.',
    labelNames: ['quantile'],
    registers: [registry],
    collect() {
      if (delay.count > 0) {
        this.set({ quantile: '0.5' }, delay.percentile(50) / NANOSECONDS)
        this.set({ quantile: '0.99' }, delay.percentile(99) / NANOSECONDS)
      }
      delay.reset()
    },
  })
}

function meterUsage(registry: Registry): void {
  const registers = [registry]
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Time this process has computed.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage()
      this.reset()
      this.inc((user + system) / MICROSECONDS)
    },
  })
  new Gauge({
    name: 'process_start_time_seconds',
    help: 'When this process started, in seconds since 1970.',
    registers,
  }).set(Math.round(performance.timeOrigin / 1_000))
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory this process holds.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss())
    },
  })
  new Gauge({
    name: 'nodejs_heap_size_used_bytes',
    help: 'Memory that objects take up.',
    registers,
    collect() {
      this.set(process.memoryUsage().heapUsed)
    },
  })
}
