-- one row per measure and group that a territory has a figure of: what it is, how many dates, and
-- its own latest known figure; of one date, a doubtful one after the others
with known as (
    select
        figure.*, measure.label, measure.unit, measure.kind,
        count(*) over (partition by figure.measure_id, figure.group_id) as dates
    from figure
    inner join measure on measure.measure_id = figure.measure_id
    where figure.territory_id = $territory_id and figure.value is not null
)
select
    measure_id, group_id, label, unit, kind, dates, value, lower, upper, period, obs_status,
    evidence, source_id
from known
qualify row_number() over (
    partition by measure_id, group_id
    order by period desc, case when obs_status = 'U' then 1 else 0 end
) = 1
order by dates desc, measure_id, group_id
