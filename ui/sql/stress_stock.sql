-- one row per country and day: people under temporary protection, by the monthly series where a
-- day has several figures
select
    figure.territory_id as country, period_day.day, figure.period, figure.value,
    figure.obs_status, figure.evidence, figure.source_id
from figure
inner join region on region.territory_id = figure.territory_id and region.level = 0
inner join period_day on period_day.period = figure.period
where figure.measure_id = 'temporary_protection_persons'
    and figure.group_id = 'temporary_protection'
qualify row_number() over (
    partition by figure.territory_id, period_day.day order by length(figure.period), figure.period
) = 1
order by country, day
