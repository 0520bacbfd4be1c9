-- one row per territory, measure and group: the figure that stands for it when no period is asked
-- for; of the newest date that half of its country's territories of its level share, so that
-- territories compare, else of its own newest; one that is not known where none is
create table figure_newest as
with counted as (
    select
        measure_id,
        group_id,
        country,
        level,
        period,
        territories,
        max(territories) over (partition by measure_id, group_id, country, level) as most
    from figure_known
),
shared as (
    select measure_id, group_id, country, level, max(period) as period
    from counted
    where territories * 2 >= most
    group by measure_id, group_id, country, level
),
-- the narrow columns decide, and only the rows they choose are read whole
best as (
    select
        figure.territory_id,
        figure.measure_id,
        figure.group_id,
        arg_max(
            figure.period,
            (
                case when figure.value is null then 0 else 1 end,
                case when figure.period = shared.period then 1 else 0 end,
                figure.period
            )
        ) as period
    from figure
    inner join region on region.territory_id = figure.territory_id
    left join shared
        on shared.measure_id = figure.measure_id
        and shared.group_id = figure.group_id
        and shared.country = region.country
        and shared.level = region.level
    group by figure.territory_id, figure.measure_id, figure.group_id
)
select figure.*
from figure
inner join best
    on best.territory_id = figure.territory_id
    and best.measure_id = figure.measure_id
    and best.group_id = figure.group_id
    and best.period = figure.period
order by figure.measure_id, figure.group_id, figure.territory_id
