-- one row per period of a territory's figures of a measure, oldest first
select
    figure.period, figure.group_id, figure.value, figure.lower, figure.upper, figure.obs_status,
    figure.evidence, figure.note, figure.source_id
from figure
where figure.territory_id = $territory_id
    and figure.measure_id = $measure_id
    and (
            figure.group_id = $group_id
            or ($group_id = 'reception' and figure.group_id in ('all', 'asylum_applicants'))
        )
order by figure.period
