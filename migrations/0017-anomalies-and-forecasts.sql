-- What is odd about daily figures and what is expected of them. Written by analytics. A series is a metric of
-- a source, looked at by one of its figures of a day: sum, average, count, min, max or subjects.
create table anomaly (
  id bigint generated always as identity primary key,
  source text not null,
  metric text not null,
  aggregate text not null check (aggregate in ('sum', 'average', 'count', 'min', 'max', 'subjects')),
  day date not null,
  method text not null,
  value double precision not null,
  expected double precision not null,
  -- null where there is nothing to measure it by: a history that never varied
  score double precision,
  direction text not null check (direction in ('high', 'low')),
  -- what the method saw, told apart by kind
  why jsonb not null,
  run_id bigint not null references run,
  -- when it was first found, by which run
  found_at timestamptz not null,
  unique (source, metric, aggregate, method, day)
);
create index anomaly_day on anomaly (day);
create index anomaly_run on anomaly (run_id);

-- What a person says of a day of a metric, by whatever figure it is looked at: it leaves baselines and alerts.
create table anomaly_verdict (
  id bigint generated always as identity primary key,
  run_id bigint not null references run,
  source text not null,
  metric text not null,
  day date not null,
  verdict text not null check (verdict in ('expected', 'no-anomaly')),
  reason text,
  said_by text not null,
  said_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index anomaly_verdict_standing on anomaly_verdict (source, metric, day)
where withdrawn_at is null;
create index anomaly_verdict_run on anomaly_verdict (run_id);

-- The model of a series, what it was chosen from, and what it expects of the days to come.
create table forecast_model (
  id bigint generated always as identity primary key,
  source text not null,
  metric text not null,
  aggregate text not null check (aggregate in ('sum', 'average', 'count', 'min', 'max', 'subjects')),
  -- the days it knows, how many of them have a figure, and a hash of them all
  first_day date not null,
  last_day date not null,
  known integer not null,
  -- whether one of them is below zero; where none is, none is expected to be
  has_negative boolean not null,
  figures_hash bytea not null,
  -- steps of a season
  period integer not null,
  -- a model that does not beat the naive ones is not shown: then the naive one is, and `lack` says why
  is_skilled boolean not null,
  lack jsonb,
  model text not null,
  parameters jsonb not null,
  error_scale double precision not null,
  -- every model tried, with its errors
  candidates jsonb not null,
  -- null where there were too few figures to try it
  reliability jsonb,
  score double precision,
  badge text check (badge in ('A', 'B', 'C', 'D')),
  -- what is expected of the days after the last, in order, and the standard deviation of what comes about it
  mean double precision[] not null,
  error double precision[] not null,
  -- a model is chosen anew once a week; its parameters serve meanwhile
  chosen_at timestamptz not null,
  fitted_at timestamptz not null,
  run_id bigint not null references run,
  unique (source, metric, aggregate),
  check (is_skilled = (lack is null)),
  check (cardinality(mean) = cardinality(error))
);
create index forecast_model_run on forecast_model (run_id);

-- How the model shown would have done, origin by origin.
create table reliability_fold (
  model_id bigint not null references forecast_model on delete cascade,
  n integer not null,
  -- the last day that was known
  origin date not null,
  steps integer not null,
  mae double precision,
  rmse double precision,
  mape double precision,
  smape double precision,
  mase double precision,
  -- share of what came that lay in the interval, 0 to 1
  coverage double precision,
  primary key (model_id, n)
);

alter table run
  drop constraint run_task_check,
  add constraint run_task_check check (task in (
    'check', 'plan', 'apply', 'verify', 'undo', 'report', 'accept', 'nightly',
    'collect', 'import-day', 'prune', 'link', 'unlink', 'site-map', 'rotate-keys',
    'reconcile', 'decide', 'ingest', 'analyze', 'study', 'verdict', 'recompute'));
