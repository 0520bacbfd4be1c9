-- one row per territory: its latest figure of a measure within the period asked for ('' is
-- any): for one group, or for everyone in reception where that is published, else for
-- asylum applicants, when $group_id is 'reception'
with candidate as (
    select
        figure.*,
        row_number() over (
            partition by figure.territory_id
            order by
                case when figure.value is null then 1 else 0 end,
                case when figure.group_id = 'asylum_applicants' then 1 else 0 end,
                figure.period desc,
                figure.group_id
        ) as choice
    from figure
    where figure.measure_id = $measure_id
        and (
            figure.group_id = $group_id
            or ($group_id = 'reception' and figure.group_id in ('all', 'asylum_applicants'))
        )
        and starts_with(figure.period, $period)
)
select
    candidate.territory_id, candidate.value, candidate.lower, candidate.upper,
    base.residents_persons as residents, base.residents_period, candidate.period,
    candidate.group_id, candidate.obs_status, candidate.evidence, candidate.note,
    candidate.source_id, candidate.source_file, candidate.source_line
from candidate
left join figure_residents as base
    on base.territory_id = candidate.territory_id and base.period = candidate.period
where candidate.choice = 1
order by candidate.territory_id
