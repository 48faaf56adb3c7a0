import { inSql } from './invariant.ts'

const TWICE = `
  select format('%s of %s in %s is kept %s times', check_code, subject, scope, count(*)) as breach
  from finding
  group by check_code, scope, subject
  having count(*) > 1`

/** It came once more than it went while it stands, and as often when it does not. */
const LIFE = `
  select format('finding %s is %s: opened %s times, returned %s, verified %s', f.id, f.state, e.opened, e.returned,
    e.verified) as breach
  from finding f
  cross join lateral (
    select count(*) filter (where kind = 'opened') as opened, count(*) filter (where kind = 'returned') as returned,
      count(*) filter (where kind = 'verified') as verified
    from finding_event
    where finding_id = f.id) e
  where e.opened <> 1 or e.opened + e.returned - e.verified <> case when f.state = 'verified' then 0 else 1 end`

export const findings = inSql(
  {
    name: 'findings',
    states: 'a disagreement has one identity, and its events tell the state it is in',
    holds: 'always',
  },
  [TWICE, LIFE],
)
