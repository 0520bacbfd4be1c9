-- one row per territory of the display geography and distance: residents farther from the
-- nearest hospital of the register, how many of them a hospital the register lacks might
-- serve, and how many residents the population grid does not place
create table hospital_reach as
with distance as (
    select unnest([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]) as distance_km
),
person as (
    select
        membership.territory_id,
        cell.residents,
        cell_reach.nearest_km,
        cell_reach.hole_km,
        case when cell_reach.nearest_country <> substr(cell.nuts_2024, 1, 2) then 1 else 0 end
            as abroad
    from cell
    inner join membership on membership.region_id = cell.nuts_2024
    inner join cell_reach on cell_reach.cell = cell.cell
    where cell.residents is not null
),
reach as (
    select
        person.territory_id,
        distance.distance_km,
        sum(person.residents) as located_persons,
        sum(case when person.nearest_km > distance.distance_km then person.residents else 0 end)
            as far_persons,
        sum(
            case
                when person.nearest_km > distance.distance_km
                    and person.hole_km <= distance.distance_km then person.residents
                else 0
            end
        ) as doubtful_persons,
        sum(person.residents * person.nearest_km) / nullif(sum(person.residents), 0) as mean_km,
        sum(person.residents * person.abroad) as nearest_abroad_persons
    from person
    cross join distance
    group by person.territory_id, distance.distance_km
),
hospital as (
    select membership.territory_id, count(*) as hospitals
    from facility_place
    inner join facility using (facility_id)
    inner join membership using (region_id)
    where facility.service = 'health'
    group by membership.territory_id
),
hole as (
    select
        membership.territory_id,
        max(verdict.verdict) as worst,
        min(verdict.verdict) as best
    from membership
    inner join register_verdict as verdict on verdict.region_id = membership.region_id
    group by membership.territory_id
)
select
    territory.territory_id,
    distance.distance_km,
    latest.residents_persons,
    latest.period as residents_period,
    reach.far_persons,
    reach.doubtful_persons,
    latest.residents_persons - coalesce(reach.located_persons, 0) as unplaced_persons,
    reach.mean_km,
    reach.nearest_abroad_persons,
    coalesce(hospital.hospitals, 0) as hospitals,
    hole.best as best_verdict,
    hole.worst as worst_verdict
from territory
cross join distance
left join reach
    on reach.territory_id = territory.territory_id and reach.distance_km = distance.distance_km
left join latest_residents as latest on latest.territory_id = territory.territory_id
left join hospital on hospital.territory_id = territory.territory_id
left join hole on hole.territory_id = territory.territory_id
where territory.shown
order by territory.territory_id, distance.distance_km
