-- one row per territory of the display geography, measure, group and period; where two sources
-- have one, what is published for the territory itself comes first, then the one read later
-- (the newer page)
create table figure as
with ranked as (
    select
        *,
        row_number() over (
            partition by territory_id, measure_id, group_id, period
            order by
                case when value is null then 1 else 0 end,
                case when how = 'published' then 0 else 1 end,
                source_id desc
        ) as choice
    from displayed
    where measure_id <> 'residents_persons'
)
select
    territory_id,
    measure_id,
    group_id,
    period,
    value,
    lower,
    upper,
    obs_status,
    evidence,
    note,
    source_id,
    source_file,
    source_line,
    1 as parts,
    1 as parts_known
from ranked
where choice = 1
-- what a page asks for lies together: a measure and group; in it a region of level 2 with all
-- that is inside, so that a territory's years are near each other; in that a period
order by measure_id, group_id, substr(territory_id, 1, 4), period, territory_id
