-- one row per territory: residents out of reach at a distance of $km
select
    territory_id, residents_persons, residents_period, far_persons, doubtful_persons,
    unplaced_persons, mean_km, nearest_abroad_persons, hospitals, best_verdict, worst_verdict
from hospital_reach
where distance_km = $km
order by territory_id
