-- one row per group a measure has a known figure for
select group_id, count(*) as figures
from figure
where measure_id = $measure_id and value is not null
group by group_id
order by figures desc
