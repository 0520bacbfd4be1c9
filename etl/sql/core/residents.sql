-- one row per territory of the display geography and year: residents on 1 January, as published
-- or worked out from codes that ended, else as the sum of its finest regions
create table residents as
with stated as (
    select
        territory_id,
        period,
        value,
        obs_status,
        evidence,
        note,
        source_id
    from displayed
    where measure_id = 'residents_persons'
),
year as (
    select distinct period from stated
),
-- Codes NUTS 2021 published nothing for, worked out from the cells of the latest year.
from_cells as (
    select
        cell.nuts_2024 as territory_id,
        cell_total.period,
        sum(cell.residents) as value,
        'E' as obs_status
    from cell
    inner join cell_total
        on starts_with(cell.nuts_2021, cell_total.region_id) and length(cell_total.region_id) = 4
    where cell.residents is not null
        and cell.nuts_2024 not in (select territory_id from stated where value is not null)
    group by cell.nuts_2024, cell_total.period
),
finest as (
    select
        territory_id,
        period,
        value,
        obs_status
    from stated
    where value is not null and territory_id in (select region_id from membership)
    union all
    select * from from_cells
),
summed as (
    select
        membership.territory_id,
        year.period,
        case when count(*) = count(finest.value) then sum(finest.value) end as value,
        max(case when finest.obs_status = 'A' then 0 else 1 end) as unsure
    from membership
    cross join year
    left join finest on finest.territory_id = membership.region_id and finest.period = year.period
    where membership.territory_id not in (select territory_id from stated)
    group by membership.territory_id, year.period
)
select
    territory_id,
    period,
    value as residents_persons,
    obs_status,
    evidence,
    note,
    source_id
from stated
union all
select
    territory_id,
    period,
    value as residents_persons,
    case when value is null then 'L' when unsure = 1 then 'E' else 'A' end as obs_status,
    'estimated' as evidence,
    'sum of the regions inside it, as far as they are published' as note,
    'residents' as source_id
from summed
