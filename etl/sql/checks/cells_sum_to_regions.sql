-- one row per region whose cells do not sum to the residents shared out over them; regions
-- the population grid does not cover have no residents by cell
with shared as (
    select
        coalesce(own.region_id, rest.region_id) as region_id,
        sum(cell.residents) as cells,
        sum(cell_persons.grid_persons) as grid_persons
    from cell
    left join cell_persons on cell_persons.cell = cell.cell
    left join cell_total as own on own.region_id = cell.nuts_2021
    left join cell_total as rest on rest.region_id = substr(cell.nuts_2021, 1, 4)
    group by coalesce(own.region_id, rest.region_id)
)
select cell_total.region_id, cell_total.residents as published, shared.cells
from cell_total
left join shared on shared.region_id = cell_total.region_id
where shared.cells is not null
    and shared.cells <> cell_total.residents
