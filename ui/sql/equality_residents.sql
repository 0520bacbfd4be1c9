-- one row per territory and period: a figure of the first measure and group it is known by, and
-- the residents it is held against
with asked as (
    select measure_group, place
    from (
        select
            unnest(string_split($measures, ' ')) as measure_group,
            generate_subscripts(string_split($measures, ' '), 1) as place
    ) as listed
),
candidate as (
    select
        figure.*,
        row_number() over (
            partition by figure.territory_id, figure.period
            order by case when figure.value is null then 1 else 0 end, asked.place
        ) as choice
    from figure
    inner join asked on asked.measure_group = figure.measure_id || '.' || figure.group_id
    where figure.value is not null or figure.lower is not null or figure.upper is not null
)
select
    candidate.territory_id,
    region.country,
    region.level,
    candidate.period,
    period_day.day,
    base.residents_persons as need,
    null::double as need_lower,
    null::double as need_upper,
    'published' as need_method,
    'A' as need_status,
    'published' as need_evidence,
    'residents' as need_source_id,
    candidate.value as capacity,
    candidate.lower as capacity_lower,
    candidate.upper as capacity_upper,
    candidate.period as capacity_period,
    candidate.measure_id || '.' || candidate.group_id as capacity_measure_id,
    candidate.obs_status as capacity_status,
    candidate.evidence as capacity_evidence,
    candidate.source_id as capacity_source_id
from candidate
inner join region on region.territory_id = candidate.territory_id
inner join period_day on period_day.period = candidate.period
left join figure_residents as base
    on base.territory_id = candidate.territory_id and base.period = candidate.period
where candidate.choice = 1
order by period_day.day, candidate.territory_id
