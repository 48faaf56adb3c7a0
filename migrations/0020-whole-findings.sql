-- What stands over all checks is known only of days on which every check looked that had looked before: a source
-- that failed would show as findings that went. Of such a day each check that looked has its own figures, and
-- there is no total. A check that never could look has no findings to miss.
create or replace view finding_series as
with looked as (
  select check_code, scope, day, bool_or(skipped is null) as is_whole
  from check_look
  group by check_code, scope, day),
partial_day as (
  select distinct day
  from (
    select day, is_whole,
      bool_or(is_whole) over (partition by check_code, scope order by day) as has_looked
    from looked) l
  where has_looked and not is_whole)
select f.day, figure.metric, coalesce(site.name, f.municipality) as site,
  grouping(coalesce(site.name, f.municipality)) = 1 as is_total, sum(figure.findings) as figure
from finding_day f
left join site on site.id = f.site_id
left join partial_day p on p.day = f.day
cross join lateral (
  values ('findings.open', f.standing - f.accepted),
    ('findings.accepted', f.accepted),
    ('findings.opened', f.opened),
    ('findings.verified', f.verified),
    ('findings.open.' || f.check_code, f.standing - f.accepted)
  ) figure (metric, findings)
where p.day is null or figure.metric = 'findings.open.' || f.check_code
group by grouping sets (
  (f.day, figure.metric, coalesce(site.name, f.municipality)), (f.day, figure.metric));
