-- People who come in through an OpenID Connect provider.

-- Which person somebody is whom a provider vouches for. The name there may change; the subject never does.
create table openid_link (
  issuer text not null check (issuer <> ''),
  subject text not null check (subject <> ''),
  person_id bigint not null references person,
  -- made with the person, by a verified e-mail address that is their name, or by an administrator
  linked_because text not null check (linked_because in ('created', 'by-email', 'by-administrator')),
  linked_at timestamptz not null,
  last_used_at timestamptz,
  primary key (issuer, subject)
);
create unique index openid_link_person on openid_link (person_id, issuer);
