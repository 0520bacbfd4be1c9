-- one row per NUTS 2021 region and region of the display geography that shares residents with it
create table crosswalk as
with overlap as (
    select nuts_2021, nuts_2024, sum(residents) as residents
    from cell
    where nuts_2021 is not null and residents > 0
    group by nuts_2021, nuts_2024
)
select
    nuts_2021,
    nuts_2024,
    residents,
    residents / sum(residents) over (partition by nuts_2021) as share
from overlap
