/** Why a database server does not serve us; `refused` and `other-failure` are told by what it said. */
export type UnreachableReason =
  | 'no-server-url'
  | 'nothing-answers'
  | 'unknown-host'
  | 'host-lookup-failed'
  | 'no-way-to-host'
  | 'connection-closed'
  | 'no-answer-in-time'
  | 'empty-answer'
  | 'refused'
  | 'other-failure'

/** `from` a major version on, or `only` the one that made the database. */
export interface NeededPostgres {
  kind: 'from' | 'only'
  major: number
}

/** A folder or package where PostgreSQL was looked for, and why what is there was not used. */
export interface TriedPrograms {
  place: string
  reason: ProgramsReason
  /** In the words of PostgreSQL or of the system; empty when they said nothing. */
  said: string
}

export type ProgramsReason =
  | 'no-package'
  | 'no-program'
  | 'does-not-run'
  | 'does-not-answer'
  | 'unknown-version'
  | 'other-version'

export type SystemUserReason = 'no-tool' | 'refused' | 'made-but-unknown'

export type StartReason =
  | 'only-root'
  | 'cluster-missing'
  | 'not-put-in-place'
  | 'not-made'
  | 'not-launched'
  | 'ended-at-once'
  | 'does-not-answer'
  | 'not-reached-in-time'
  | 'started-elsewhere'
  | 'system-error'
