-- one row per territory asked for (codes apart by commas) and period: its figure of a measure
-- with residents; 'reception' is everyone hosted where a territory ever says so, else asylum
-- applicants, and never one after the other
with asked as (
    select
        figure.*,
        max(case when figure.group_id = 'all' and figure.value is not null then 1 else 0 end)
            over (partition by figure.territory_id) as has_all
    from figure
    where figure.measure_id = $measure_id
        and list_contains(string_split($territories, ','), figure.territory_id)
        and (
            figure.group_id = $group_id
            or ($group_id = 'reception' and figure.group_id in ('all', 'asylum_applicants'))
        )
)
select
    asked.territory_id, asked.period, asked.value, asked.lower, asked.upper,
    base.residents_persons as residents, asked.obs_status, asked.evidence, asked.source_id
from asked
left join figure_residents as base
    on base.territory_id = asked.territory_id and base.period = asked.period
where $group_id != 'reception'
    or (asked.has_all = 1 and asked.group_id = 'all')
    or (asked.has_all = 0 and asked.group_id = 'asylum_applicants')
order by asked.territory_id, asked.period
