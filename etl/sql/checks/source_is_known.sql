-- one row per fact whose source is not described
select 'observation' as fact, source_id from observation
where source_id not in (select source_id from source)
union
select 'facility', source_id from facility
where source_id not in (select source_id from source)
union
select 'funding', source_id from funding
where source_id not in (select source_id from source)
union
select 'sponsorship', source_id from sponsorship
where source_id not in (select source_id from source)
union
select 'set_aside', source_id from set_aside
where source_id not in (select source_id from source)
