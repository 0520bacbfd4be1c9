-- one row per territory of the display geography and year: residents on 1 January, as
-- published where the code is unchanged since NUTS 2021, else worked out from its parts
create table residents as
with published as (
    select observation.territory_id, observation.period, observation.value, observation.obs_status,
        observation.evidence, observation.note, observation.source_id
    from observation
    inner join territory using (territory_id)
    where observation.measure_id = 'residents_persons' and territory.shown
        and territory.version in ('2024', '2021')
),
year as (
    select distinct period from published
),
converted as (
    select
        crosswalk.nuts_2024 as territory_id,
        old.period,
        case when count(*) = count(old.value) then round(sum(old.value * crosswalk.share)) end as value
    from crosswalk
    inner join observation as old
        on old.territory_id = crosswalk.nuts_2021 and old.measure_id = 'residents_persons'
    group by crosswalk.nuts_2024, old.period
),
-- Codes NUTS 2021 published nothing for, worked out from the cells of the latest year.
from_cells as (
    select cell.nuts_2024 as territory_id, cell_total.period, sum(cell.residents) as value
    from cell
    inner join cell_total on starts_with(cell.nuts_2021, cell_total.region_id)
    where cell_total.obs_status = 'E' and cell.residents is not null
    group by cell.nuts_2024, cell_total.period
),
finest as (
    select territory_id, period, value from published
    where territory_id in (select region_id from membership) and value is not null
    union all
    select territory_id, period, value from converted
    where territory_id not in (select territory_id from published)
    union all
    select territory_id, period, value from from_cells
    where territory_id not in (select territory_id from published where value is not null)
        and territory_id not in (select territory_id from converted where value is not null)
),
summed as (
    select
        membership.territory_id,
        year.period,
        case when count(*) = count(finest.value) then sum(finest.value) end as value
    from membership
    cross join year
    left join finest on finest.territory_id = membership.region_id and finest.period = year.period
    where membership.territory_id not in (select territory_id from published)
    group by membership.territory_id, year.period
)
select
    territory_id, period, value as residents_persons, obs_status, evidence, note, source_id
from published
union all
select
    territory_id,
    period,
    value,
    case when value is null then 'L' else 'E' end,
    'estimated',
    'worked out from NUTS 2021 regions by where people live',
    'residents'
from summed
