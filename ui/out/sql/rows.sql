-- one row per row of the table that passes the filters, with the name, country and level of its
-- territory. What stands in braces comes from fixed lists
with place as (
    select
        territory_id,
        arg_max(name, version) as name,
        arg_max(country, version) as country,
        arg_max(level, version) as level
    from territory
    group by territory_id
),
placed as (
    select
        listed.*{retyped}{placed}
    from {table} as listed
    {place}
)
select *
from placed
where {conditions}
