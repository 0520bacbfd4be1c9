-- one row per body and period: its seats, newcomers' seats, meetings and power
select
    body_id, name, territory_id, period, level, seats, newcomer_seats, meetings, decision_power,
    obs_status, evidence, note, source_id, source_file, source_line
from participation
order by body_id, period
