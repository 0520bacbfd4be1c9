-- one row per row of the table that passes the filters, in the order of its key, with its
-- territory's name, its source and how to cite it. What stands in braces comes from fixed lists
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
select
    placed.*,
    {sourced}$filters as filters,
    $dataset as dataset,
    $built as dataset_built,
    $citation as citation
from placed
{sources}
where {conditions}
order by {key}
