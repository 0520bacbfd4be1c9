-- one row per source
select * from source order by source_id
