-- one row per NUTS 2021 region whose residents are shared out over its cells: a NUTS 3 region,
-- what is left of a NUTS 2 region whose parts are only partly published, or the part of a NUTS 3
-- region that NUTS 2024 has in nuts_2024 (NULL where all of it is in one). Where only the region
-- of NUTS 2024 is published, its residents go to its old regions as the grid has them
create table cell_total as
with stated as (
    select territory_id, period, value from observation where measure_id = 'residents_persons'
    union
    -- the United Kingdom is displayed in NUTS 2021, its residents are published in older codes
    select territory_id, period, value from displayed where measure_id = 'residents_persons'
),
latest as (
    select territory_id, arg_max(value, period) as residents, max(period) as period
    from stated
    where value is not null
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
),
-- what each new region has of each old one, and from where to where in the order of the old ones
piece as (
    select
        cell.nuts_2021,
        cell.nuts_2024,
        sum(cell_persons.grid_persons) as persons,
        sum(sum(cell_persons.grid_persons)) over (
            partition by cell.nuts_2024 order by cell.nuts_2021
        ) as upto,
        sum(sum(cell_persons.grid_persons)) over (partition by cell.nuts_2024) as total
    from cell
    inner join cell_persons on cell_persons.cell = cell.cell
    where cell.nuts_2021 is not null
    group by cell.nuts_2021, cell.nuts_2024
),
newer as (
    select
        piece.nuts_2021 as region_id,
        piece.nuts_2024,
        round(latest.residents * piece.upto / piece.total)
        - round(latest.residents * (piece.upto - piece.persons) / piece.total) as residents,
        latest.period
    from piece
    inner join latest on latest.territory_id = piece.nuts_2024
    inner join known on known.region_id = piece.nuts_2021
    left join rest on rest.region_id = substr(piece.nuts_2021, 1, 4) and rest.residents >= 0
    where known.residents is null and rest.region_id is null and piece.total > 0
)
select
    known.region_id,
    split.new_code as nuts_2024,
    round(known.residents * coalesce(split.share_to, 1))
    - round(known.residents * coalesce(split.share_from, 0)) as residents,
    known.period
from known
left join crosswalk as split
    on split.old_code = known.region_id
    and split.old_version = '2021'
    and split.share_to - split.share_from < 1
where known.residents is not null
union all
select region_id, null as nuts_2024, residents, period
from rest
where residents >= 0
union all
select region_id, nuts_2024, residents, period
from newer
