"""Publishers' files over the network: the only code of Groundwork that touches it.

`http` asks, waits and writes to disk; `content` refuses what is not the file that was asked
for; one module an interface (`plain`, `eurostat`, `gisco`, `unhcr`, `overpass`) knows a
publisher's paging, queues and signs of failure; `store` keeps the last good snapshot of each
source; `attempt` has a source's own reader read what arrived before it is taken up; `run` goes
from source to source; `show` draws what happens.
"""
