"""How the figures of the page are worked out, in plain sentences."""

from ui.language import later

METHOD = later(
    """\
- **Arrivals** are added up over periods that do not overlap, of one source: a year stands for its
  quarters. Two sources of one scheme and territory are never added: the one that tells of the
  longest time is taken. A running total is never added over time.
- **Schemes** of one pathway are added, as they count different persons; pathways are not.
- **Persons listed without a region** may have come to any region of their country: each region's
  figure is at least what is listed there, at most that and all of them.
- **Larger territories** have their source's own figure, else the sum of their parts where all are
  known. A sum with an unknown part is unknown; its known part is a lower end.
- **Groups and places pledged** are those of the latest date: whether last year's groups are among
  this year's is not told.
- **Arrivals against pledges** compares each pledge with the arrivals of its own time only.
- **Change** compares two whole calendar years in a row that the source covers.
- **Sponsors are absent** only where a source says 0. A shortage of reception is that of the page
  Gaps: a place for every asylum applicant whose case is pending.
- **Rates** are per 100,000 residents on 1 January of the latest year published.
"""
)
