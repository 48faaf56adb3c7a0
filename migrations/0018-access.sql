-- Who may do what, and the trail of who did.

create table person (
  id bigint generated always as identity primary key,
  -- what a person signs in with: a short name or an e-mail address
  name text not null unique check (name = lower(name) and name <> ''),
  role text not null check (role in ('viewer', 'analyst', 'operator', 'approver', 'administrator')),
  -- sites the person is limited to, by name; null for all
  sites text[],
  password_hash text not null,
  -- until when a password given by another may be used to choose one's own; null for one's own
  one_time_until timestamptz,
  is_disabled boolean not null default false,
  created_at timestamptz not null,
  check (role <> 'administrator' or sites is null)
);

-- Secrets stand here as SHA-256 only: who reads the table can use none.
create table invitation (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  name text not null check (name = lower(name) and name <> ''),
  role text not null check (role in ('viewer', 'analyst', 'operator', 'approver', 'administrator')),
  sites text[],
  invited_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- used or taken back
  closed_at timestamptz,
  check (role <> 'administrator' or sites is null)
);

-- One time a person signed in, until they sign out or are signed out.
create table sign_in (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  started_at timestamptz not null,
  -- however often it is refreshed
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_because text check (ended_because in ('signed-out', 'token-reused', 'password-changed', 'disabled', 'by-administrator')),
  check ((ended_at is null) = (ended_because is null))
);
create index sign_in_person on sign_in (person_id) where ended_at is null;
create index sign_in_ends on sign_in (ends_at);

-- Each is good for one use; one that comes again was stolen, and ends its sign-in.
create table refresh_token (
  token_hash bytea primary key,
  sign_in_id bigint not null references sign_in on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_sign_in on refresh_token (sign_in_id);

create table api_token (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  person_id bigint not null references person,
  name text not null check (name <> ''),
  permissions text[] not null check (
    cardinality(permissions) > 0
    and permissions <@ array['read', 'analyse', 'operate', 'approve', 'administer']),
  sites text[],
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_person on api_token (person_id);

-- Tries to sign in, by whom (hashed) or from where; forgotten a day after the last.
create table sign_in_try (
  subject bytea primary key,
  tries integer not null check (tries >= 0),
  last_at timestamptz not null,
  locked_until timestamptz
);
create index sign_in_try_last on sign_in_try (last_at);

-- Each entry hashes its content and the hash before it, so none can be altered unseen.
create table audit_entry (
  n bigint primary key,
  at timestamptz not null,
  actor text not null,
  action text not null check (action <> ''),
  -- what it was done to; empty for nothing in particular
  about text not null,
  details jsonb not null,
  previous_hash bytea not null,
  hash bytea not null
);
create index audit_entry_at on audit_entry (at);

create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_alteration();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function refuse_alteration();

-- The last entry: locked by who adds one, and the witness that none is missing at the end.
create table audit_head (
  is_only boolean primary key default true check (is_only),
  n bigint not null,
  hash bytea not null
);
insert into audit_head (n, hash) values (0, '\x');

create function refuse_other_head() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.n = old.n + 1 then
    return new;
  end if;
  raise exception 'the head of the audit trail moves by one entry only: % refused', lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_head_moves_on before update or delete on audit_head
  for each row execute function refuse_other_head();
create trigger audit_head_no_truncate before truncate on audit_head
  for each statement execute function refuse_alteration();
