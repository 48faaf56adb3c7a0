-- The daily figures of Muster's own, apart from those of events, so that a question about one metric of events
-- need not work them out: of inventory, reconcile and analytics together.
create view own_series as
select 'muster'::text as source, metric, site, is_total, day, figure as sum, figure as average,
  1::bigint as count, figure as min, figure as max, 0::bigint as subjects
from (
  select * from machine_series
  union all
  select * from finding_series
  union all
  select * from quality_series) own;

create or replace view daily_series as
select s.name as source, m.name as metric, null::text as site, true as is_total, d.day, d.sum,
  d.sum / d.count as average, d.count, d.min, d.max, d.subjects
from metric_day d
join metric m on m.id = d.metric_id
join event_source s on s.id = m.source_id
union all
select source, metric, site, is_total, day, sum, average, count, min, max, subjects
from own_series;
