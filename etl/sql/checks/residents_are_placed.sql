-- one row per country of the European Union whose residents are not placed in cells, all but
-- the overseas regions the population grid does not cover
select cell_total.region_id, cell_total.residents
from cell_total
left join cell on starts_with(cell.nuts_2021, cell_total.region_id) and cell.residents is not null
where substr(cell_total.region_id, 1, 2) not in ('AL', 'LI', 'ME', 'MK', 'RS', 'TR')
    and not starts_with(cell_total.region_id, 'FRY')
    and cell_total.residents > 0
    and cell.cell is null
