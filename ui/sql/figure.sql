-- one row per territory: its figure of a measure within the period asked for ('' is any): for
-- one group, or for everyone in reception where that is known, else for asylum applicants, when
-- $group_id is 'reception'; of the newest date that half of its country's regions share, so
-- that regions compare, else of its own newest
with given as (
    select * from figure where $period <> '' and starts_with(period, $period)
    union all
    -- which of each group that is has been worked out already
    select * from figure_newest where $period = ''
),
asked as (
    select given.*, region.country, region.level
    from given
    inner join region on region.territory_id = given.territory_id
    where given.measure_id = $measure_id
        and (
            given.group_id = $group_id
            or ($group_id = 'reception' and given.group_id in ('all', 'asylum_applicants'))
        )
),
dated as (
    select country, level, group_id, period, count(value) as known
    from asked
    group by country, level, group_id, period
),
common as (
    select country, level, group_id, max(period) as period
    from (
        select dated.*, max(known) over (partition by country, level, group_id) as most
        from dated
    ) as counted
    where known > 0 and known * 2 >= most
    group by country, level, group_id
),
candidate as (
    select
        asked.*,
        row_number() over (
            partition by asked.territory_id
            order by
                case when asked.value is null then 1 else 0 end,
                case when asked.group_id = 'asylum_applicants' then 1 else 0 end,
                case when asked.period = common.period then 0 else 1 end,
                asked.period desc,
                asked.group_id
        ) as choice
    from asked
    left join common
        on common.country = asked.country
        and common.level = asked.level
        and common.group_id = asked.group_id
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
