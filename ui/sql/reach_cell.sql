-- one row per cell of land: its centre, region, residents, and whether hospitals are on record
select
    cell.cell,
    map_cell.lon,
    map_cell.lat,
    cell.nuts_2024 as region_id,
    cell.residents,
    coalesce(verdict.verdict = 'covered', false) as has_register
from cell
inner join map_cell on map_cell.cell = cell.cell
left join register_verdict as verdict on verdict.region_id = cell.nuts_2024
order by cell.cell
