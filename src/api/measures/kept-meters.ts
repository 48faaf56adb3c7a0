import { Counter, Gauge, type Registry } from 'prom-client'
import type { KeptFigures } from './kept-figures.ts'

/** Shows what the database says; labels are tasks, sources, checks and the like, never a machine or a person. */
export function keptMeters(registry: Registry): { show(figures: KeptFigures | null): void } {
  const isUp = new Gauge({
    name: 'muster_database_up',
    help: '1 while the database answers; without it none of the figures it keeps is told.',
    registers: [registry],
  })
  const areas = [runMeters(registry), sourceMeters(registry), stockMeters(registry)]
  return {
    show(figures) {
      isUp.set(figures === null ? 0 : 1)
      for (const { all, show } of areas) {
        for (const meter of all) meter.reset()
        if (figures !== null) show(figures)
      }
    },
  }
}

interface Area {
  readonly all: readonly (Gauge | Counter)[]
  /** Every meter has just been emptied. */
  show(figures: KeptFigures): void
}

function runMeters(registry: Registry): Area {
  const { gauge, counter } = makers(registry)
  const runs = counter('muster_runs_total', 'Runs that have ended.', ['task', 'state'])
  const seconds = counter('muster_run_seconds_total', 'How long they took.', ['task', 'state'])
  const last = gauge('muster_run_last_duration_seconds', 'How long the last run took.', [
    ...['task', 'state'],
  ])
  const endedAt = gauge(
    'muster_run_last_end_timestamp_seconds',
    'When the last run ended, in seconds since 1970.',
    ['task', 'state'],
  )
  const open = gauge('muster_runs_open', 'Runs that are at work or wait.', ['task', 'state'])
  return {
    all: [runs, seconds, last, endedAt, open],
    show(figures) {
      for (const run of figures.ended) {
        const labels = { task: run.task, state: run.state }
        runs.inc(labels, run.count)
        seconds.inc(labels, Math.max(0, run.seconds))
        last.set(labels, run.lastSeconds)
        endedAt.set(labels, run.lastEndedAt.getTime() / 1_000)
      }
      for (const { task, state, count } of figures.open) open.set({ task, state }, count)
    },
  }
}

function sourceMeters(registry: Registry): Area {
  const { gauge } = makers(registry)
  const freshness = gauge(
    'muster_source_freshness_seconds',
    'Time since a day of the source was last taken in whole.',
    ['source'],
  )
  const day = gauge(
    'muster_source_last_complete_day_timestamp_seconds',
    'The newest complete day, as its midnight in UTC, in seconds since 1970.',
    ['source'],
  )
  const behind = gauge(
    'muster_source_days_behind',
    'Days from the newest complete day to today; 0 where today is complete.',
    ['source'],
  )
  const state = gauge('muster_source_last_state', '1 for how the last try ended.', [
    ...['source', 'state'],
  ])
  const records = gauge('muster_source_records', 'Records of the last try.', ['source'])
  const rejected = gauge('muster_source_rejected_records', 'Rows it refused.', ['source'])
  return {
    all: [freshness, day, behind, state, records, rejected],
    show({ sources }) {
      for (const each of sources) {
        const labels = { source: each.source }
        if (each.secondsOld !== null) freshness.set(labels, each.secondsOld)
        if (each.lastDay !== null) day.set(labels, Date.parse(each.lastDay) / 1_000)
        if (each.daysBehind !== null) behind.set(labels, each.daysBehind)
        state.set({ ...labels, state: each.lastState }, 1)
        records.set(labels, each.records)
        rejected.set(labels, each.rejected)
      }
    },
  }
}

function stockMeters(registry: Registry): Area {
  const { gauge, counter } = makers(registry)
  const findings = gauge('muster_findings_open', 'Open findings that are looked at.', [
    ...['check', 'severity'],
  ])
  const plans = gauge('muster_plans_waiting', 'Plans that wait for a person.', [
    ...['corrects', 'state'],
  ])
  const concerns = gauge('muster_concerns', 'What was wrong at the last look.', ['kind'])
  const deliveries = counter('muster_alert_deliveries_total', 'Digests that were sent, or not.', [
    ...['channel', 'state'],
  ])
  return {
    all: [findings, plans, concerns, deliveries],
    show(figures) {
      for (const { check, severity, count } of figures.findings) {
        findings.set({ check, severity }, count)
      }
      for (const { corrects, state } of figures.plans) plans.inc({ corrects, state })
      for (const { kind, count } of figures.concerns) concerns.set({ kind }, count)
      for (const { channel, state, count } of figures.deliveries) {
        deliveries.inc({ channel, state }, count)
      }
    },
  }
}

function makers(registry: Registry) {
  const registers = [registry]
  return {
    gauge: (name: string, help: string, labelNames: string[]) =>
      new Gauge({ name, help, labelNames, registers }),
    counter: (name: string, help: string, labelNames: string[]) =>
      new Counter({ name, help, labelNames, registers }),
  }
}
