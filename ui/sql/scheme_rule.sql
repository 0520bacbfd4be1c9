-- one row per scheme and rule that a source states
select scheme_id, rule, lower, upper, words, note, source_id, obs_status, evidence
from scheme_rule
order by scheme_id, rule
