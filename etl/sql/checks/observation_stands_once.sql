-- one row per key of an observation that several rows have
select territory_id, period, measure_id, group_id, source_id, count(*) as rows,
    min(source_file) as source_file, min(source_line) as first_line, max(source_line) as last_line
from observation
group by territory_id, period, measure_id, group_id, source_id
having count(*) > 1
order by territory_id, period, measure_id, group_id, source_id
