import { randomUUID } from 'node:crypto'
import type { PgBoss } from 'pg-boss'
import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import { AppError } from '../../lib/errors.ts'
import { insertLog, type Lane, laneOf, type NewRun } from '../queries.ts'
import type { AskedBy, AskedJob, AskForJob, Job } from './job.ts'
import {
  askToStop,
  endWaiting,
  hurry,
  insertAsked,
  keepJobId,
  letWait,
  stoppableRun,
  waitingAlike,
} from './queries.ts'

/** What is asked of the queue. */
export interface JobDesk {
  readonly ask: AskForJob
  /** The same within a transaction that keeps other things as well. */
  askWithin(transaction: Transaction, job: Job, by: AskedBy): Promise<number>
  /**
   * Lets another server, or this one later, do what it was at: for a server that stops. What has ended, was taken over, or
   * waits already is left.
   */
  putBack(asked: AskedJob, error: object | null): Promise<void>
  /**
   * Stops a run: one that waits at once, one under way at its next safe point. Throws `run.not-found`, and
   * `run.ended` of one that has ended.
   */
  stop(run: number, by: string): Promise<void>
}

/** Which process asks. */
type Asker = Pick<NewRun, 'host' | 'pid' | 'version'>

/** What a desk stands on. */
export interface DeskParts {
  readonly database: Database
  readonly who: Asker
  readonly boss: PgBoss
  /** Told of a lane in which there is something to do, so that nobody here waits for the next look. */
  wake(lane: Lane): void
}

/** Opens the desk at which jobs are asked for. What is asked for twice while it waits is one run. */
export function jobDesk({ database, who, boss, wake }: DeskParts): JobDesk {
  const askWithin: JobDesk['askWithin'] = async ({ db, client }, job, by) => {
    const { host, pid, version } = who
    const text = JSON.stringify(job)
    const jobId = randomUUID()
    const { actor, cause } = by
    const run = { task: job.task, cause, actor, host, pid, version, job: text, jobId }
    const [asked] = (await insertAsked(run).execute(db)).rows
    if (!asked) {
      const [alike] = (await waitingAlike(text).execute(db)).rows
      if (alike) {
        await hurry(alike.jobId).execute(db)
        return alike.id
      }
      return askWithin({ db, client }, job, by) // it was begun between the two questions
    }
    const executeSql = (sql: string, values?: unknown[]) => client.query(sql, values)
    await boss.send(laneOf(job.task), { run: asked.id, job, by }, { id: jobId, db: { executeSql } })
    return asked.id
  }
  const putBack: JobDesk['putBack'] = (asked, error) =>
    database.transaction(async ({ db, client }) => {
      const { host, pid } = who
      const jobId = randomUUID()
      const { rows } = await letWait({ id: asked.run, error, host, pid }).execute(db)
      if (rows.length === 0) return
      await keepJobId(asked.run, jobId).execute(db)
      await insertLog(asked.run, 'retry', {}).execute(db)
      const executeSql = (sql: string, values?: unknown[]) => client.query(sql, values)
      await boss.send(laneOf(asked.job.task), asked, { id: jobId, db: { executeSql } })
    })
  return {
    askWithin,
    putBack,
    ask: async (job, by) => {
      const run = await database.transaction((transaction) => askWithin(transaction, job, by))
      wake(laneOf(job.task))
      return run
    },
    stop: (run, by) =>
      database.transaction(async ({ db, client }) => {
        const [found] = (await stoppableRun(run).execute(db)).rows
        if (!found) throw new AppError('run.not-found', { id: run })
        const { state, task, jobId } = found
        if (state !== 'queued' && state !== 'running')
          throw new AppError('run.ended', { id: run, state })
        await askToStop(run, by).execute(db)
        await insertLog(run, 'cancel-asked', { by }).execute(db)
        if (state === 'running') return
        await endWaiting(run, 'interrupted', {
          code: 'run.cancelled',
          details: { id: run },
        }).execute(db)
        const executeSql = (sql: string, values?: unknown[]) => client.query(sql, values)
        if (jobId) await boss.cancel(laneOf(task), jobId, { db: { executeSql } })
      }),
  }
}
