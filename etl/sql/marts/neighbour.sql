-- one row per pair of territories of the display geography that share no land and are neighbours,
-- of the same level or of two; the pair stands once, in the order of codes
create table neighbour as
with part as (
    select membership.territory_id, membership.region_id, territory.level, territory.country
    from membership
    inner join territory
        on territory.territory_id = membership.territory_id and territory.shown
),
overlap as (
    select distinct one.territory_id, other.territory_id as neighbour_id
    from part as one
    inner join part as other on other.region_id = one.region_id
),
pair as (
    select
        one.territory_id,
        other.territory_id as neighbour_id,
        one.level,
        other.level as neighbour_level,
        case when count(found.border_km) > 0 then 'land' else 'water' end as connection,
        round(sum(found.border_km), 1) as border_km,
        round(min(found.distance_km), 1) as distance_km,
        one.country <> other.country as across_border
    from region_neighbour as found
    inner join part as one on one.region_id = found.region_id
    inner join part as other on other.region_id = found.neighbour_id
    where one.territory_id < other.territory_id
    group by
        one.territory_id, other.territory_id, one.level, other.level, one.country, other.country
)
select pair.*
from pair
left join overlap using (territory_id, neighbour_id)
where overlap.territory_id is null
order by pair.territory_id, pair.neighbour_id
