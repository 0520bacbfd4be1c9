-- one row per place on record, whatever its service: what a table of travel times may name
select facility_id from facility order by facility_id
