-- one row per territory of the display geography, measure, group and period; where two sources
-- have one, what is published for the territory itself comes first, then the one read later
-- (the newer page)
create table figure as
with counted as (
    select measure_id, group_id, source_id, count(*) as figures
    from displayed
    group by measure_id, group_id, source_id
),
main as (
    select measure_id, group_id, arg_max(source_id, (figures, source_id)) as source_id
    from counted
    group by measure_id, group_id
),
-- only what two sources have is ranked: of the rest there may be a hundred million
rival as (
    select distinct
        displayed.territory_id, displayed.measure_id, displayed.group_id, displayed.period
    from displayed
    inner join main
        on main.measure_id = displayed.measure_id and main.group_id = displayed.group_id
    where displayed.source_id <> main.source_id
),
ranked as (
    select
        displayed.*,
        row_number() over (
            partition by
                displayed.territory_id, displayed.measure_id, displayed.group_id, displayed.period
            order by
                case when displayed.value is null then 1 else 0 end,
                case when displayed.how = 'published' then 0 else 1 end,
                displayed.source_id desc
        ) as choice
    from displayed
    inner join rival
        on rival.territory_id = displayed.territory_id
        and rival.measure_id = displayed.measure_id
        and rival.group_id = displayed.group_id
        and rival.period = displayed.period
),
chosen as (
    select
        territory_id, measure_id, group_id, period, value, lower, upper, obs_status, evidence,
        note, source_id, source_file, source_line
    from ranked
    where choice = 1
    union all
    select
        territory_id, measure_id, group_id, period, value, lower, upper, obs_status, evidence,
        note, source_id, source_file, source_line
    from displayed
    where not exists (
        select 1
        from rival
        where rival.territory_id = displayed.territory_id
            and rival.measure_id = displayed.measure_id
            and rival.group_id = displayed.group_id
            and rival.period = displayed.period
    )
)
select chosen.*, 1 as parts, 1 as parts_known
from chosen
where measure_id <> 'residents_persons'
-- what a page asks for lies together: a measure and group; in it a region of level 2 with all
-- that is inside, so that a territory's years are near each other; in that a period
order by measure_id, group_id, substr(territory_id, 1, 4), period, territory_id
