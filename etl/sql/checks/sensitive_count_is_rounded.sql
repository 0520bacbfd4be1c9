-- one row per count of people in a sensitive group that is not rounded to 5
select territory_id, period, measure_id, group_id, value
from observation
inner join measure using (measure_id)
where (
        group_id in (
            'unaccompanied_children', 'victims_of_torture', 'victims_of_trafficking',
            'women_at_risk', 'persons_with_disabilities'
        )
        or regexp_matches(measure_id, 'unaccompanied_children|rehabilitation_(persons|refused)')
    )
    and measure.unit in ('persons', 'applications', 'entitlements', 'contacts', 'attendances')
    and measure.kind in ('need', 'use', 'context')
    and value % 5 <> 0
