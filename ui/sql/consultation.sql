-- one row per consultation: who asked whom, how many replied, what became of it
select
    consultation_id, name, organiser, territory_id, period, level, asked, replies,
    newcomer_replies, outcome, obs_status, evidence, note, source_id, source_file, source_line
from consultation
order by split_part(period, '/', -1) desc, territory_id, consultation_id
