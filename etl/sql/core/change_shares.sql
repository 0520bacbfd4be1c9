-- one row per line of nuts_change; where no share is stated for a code that NUTS 2021 ended with,
-- the share of its persons, and of its land, that the cells have in the new region
with overlap as (
    select
        change.old_code,
        change.new_code,
        sum(cell_persons.grid_persons) as persons,
        count(*) as cells
    from nuts_change as change
    inner join cell
        on starts_with(cell.nuts_2021, change.old_code)
        and starts_with(cell.nuts_2024, change.new_code)
    left join cell_persons on cell_persons.cell = cell.cell
    where change.old_version = '2021'
        and change.new_version = '2024'
        and (change.share is null or change.area_share is null)
    group by change.old_code, change.new_code
)
select
    change.old_version,
    change.old_code,
    change.new_version,
    change.new_code,
    coalesce(
        change.share, overlap.persons / sum(overlap.persons) over (partition by change.old_code)
    ) as share,
    coalesce(
        change.area_share, overlap.cells / sum(overlap.cells) over (partition by change.old_code)
    ) as area_share
from nuts_change as change
left join overlap
    on overlap.old_code = change.old_code
    and overlap.new_code = change.new_code
    and change.old_version = '2021'
