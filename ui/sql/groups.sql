-- one row per group a measure has a known figure for
select group_id, cast(sum(territories) as bigint) as figures
from figure_known
where measure_id = $measure_id
group by group_id
order by figures desc, group_id
