-- A plan may correct other things than TAGs, in other systems than OCS: a record is known by the text its
-- source knows it by, and what decided a change says which kind of evidence it is. Written by reconcile.
alter table plan drop constraint plan_kind_check;
alter table plan add column corrects text;
update plan set corrects = 'tags';
alter table plan
  alter column corrects set not null,
  add constraint plan_kind_check check (kind in ('tags', 'names', 'undo')),
  add constraint plan_corrects_check check (corrects in ('tags', 'names')),
  -- an undo puts back what the plan it takes back corrected
  add constraint plan_is_what_it_corrects check (kind in ('undo', corrects));

-- OCS's HARDWARE_ID, or ThreatLocker's computerId; compared byte by byte.
alter table change alter column record_id type text collate "C" using record_id::text;
alter table change rename column record_id to record_key;
alter table change rename constraint change_plan_id_record_id_key to change_plan_id_record_key_key;
-- {kind: 'tags', asset, location}: finance's row and the classifier's;
-- {kind: 'names', day, rmm, edr}: what two sources called the machine that day
alter table change
  alter column evidence type jsonb using jsonb_build_object('kind', 'tags') || evidence,
  add constraint change_evidence_check check (evidence ->> 'kind' in ('tags', 'names')),
  -- the organisation the record lies in at its vendor; null where the system has none
  add column organisation text;

alter table verification alter column found_record_id type text collate "C" using found_record_id::text;
alter table verification rename column found_record_id to found_record_key;
