"""Why rows of several tables are set aside, in words for readers."""

from etl.sources.transcribed_rows import Aside

SITE = Aside("a municipality, county or single site, not the region")
PART = Aside("a part of a published total")
ONE_KIND = Aside("one kind of place only, not all reception")
FLOW = Aside("a flow or a cumulative count, not a stock")
RUNNING = Aside("a running total of registrations, not people present")
MIXED = Aside("groups counted together that are counted apart elsewhere")
DEFINITIONS = Aside("definitions differ between the regions of the set")
OTHER_DEFINITION = Aside("counted by another definition than the other figures of this kind")
LATER = Aside("superseded by a later decision")
SHARE = Aside("a share of a total that is published elsewhere or not at all")
