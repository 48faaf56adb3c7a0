-- What people are told of without asking, and what they were told. Written by watch.
create table concern (
  id bigint generated always as identity primary key,
  -- the same for as long as it is the same: 'source-late:ninjaone'
  key text not null,
  kind text not null check (kind in (
    'source-late', 'source-held', 'findings', 'anomaly', 'plan-waiting', 'run-failed')),
  -- what belongs to the kind, as it was when last looked
  details jsonb not null,
  since timestamptz not null,
  -- from when it is past by itself; null for what must be mended
  past_at timestamptz,
  over_at timestamptz,
  over_because text check (over_because in ('mended', 'past')),
  check ((over_at is null) = (over_because is null))
);
create unique index concern_standing on concern (key) where over_at is null;

-- One try to send a digest. Said before it is sent, so that after a crash we know what is in doubt.
create table alert_delivery (
  id bigint generated always as identity primary key,
  channel text not null check (channel in ('email', 'webhook')),
  run_id bigint references run on delete set null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  -- `in-doubt`: its process died; whoever was to be told may have been, and is told again
  state text not null check (state in ('sending', 'sent', 'failed', 'in-doubt')),
  news integer not null check (news > 0),
  -- {code, details} of why it failed
  error jsonb,
  check ((state = 'failed') = (error is not null)),
  check ((state in ('sending', 'in-doubt')) = (ended_at is null))
);
create index alert_delivery_unended on alert_delivery (id) where state = 'sending';

-- What a channel is to be told of a concern. It stays untold until a delivery that bears it was taken.
create table concern_news (
  concern_id bigint not null references concern on delete cascade,
  channel text not null check (channel in ('email', 'webhook')),
  news text not null check (news in ('begun', 'over')),
  told_at timestamptz,
  -- the last delivery that bore it
  delivery_id bigint references alert_delivery on delete set null,
  primary key (concern_id, channel, news)
);
create index concern_news_untold on concern_news (channel, concern_id) where told_at is null;
