-- one row per region whose cells do not sum to the residents shared out over them; regions
-- the population grid does not cover have no residents by cell
with shared as (
    select
        cell_total.region_id,
        cell_total.nuts_2024,
        any_value(cell_total.residents) as residents,
        sum(cell.residents) as cells
    from cell
    left join cell_total as own
        on own.region_id = cell.nuts_2021 and coalesce(own.nuts_2024, cell.nuts_2024) = cell.nuts_2024
    inner join cell_total
        on cell_total.region_id = coalesce(own.region_id, substr(cell.nuts_2021, 1, 4))
        and coalesce(cell_total.nuts_2024, cell.nuts_2024) = cell.nuts_2024
    group by cell_total.region_id, cell_total.nuts_2024
)
select region_id, nuts_2024, residents as published, cells
from shared
where cells is not null and cells <> residents
