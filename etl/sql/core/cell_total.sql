-- one row per NUTS 2021 region whose residents are shared out over its cells: a NUTS 3
-- region, or what is left of a NUTS 2 region whose parts are only partly published
create table cell_total as
with latest as (
    select territory_id, arg_max(value, period) as residents, max(period) as period
    from observation
    where measure_id = 'residents_persons' and value is not null
    group by territory_id
),
finest as (
    select distinct nuts_2021 as region_id from cell where nuts_2021 is not null
),
known as (
    select finest.region_id, latest.residents, latest.period
    from finest
    left join latest on latest.territory_id = finest.region_id
),
rest as (
    select
        substr(known.region_id, 1, 4) as region_id,
        any_value(latest.residents) - coalesce(sum(known.residents), 0) as residents,
        any_value(latest.period) as period
    from known
    left join latest on latest.territory_id = substr(known.region_id, 1, 4)
    group by substr(known.region_id, 1, 4)
    having count(*) > count(known.residents)
)
select region_id, residents, period, 'A' as obs_status from known where residents is not null
union all
select region_id, residents, period, 'E' as obs_status from rest where residents >= 0
