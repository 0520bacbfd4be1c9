"""The filters of a table: which there are, with which values, and what those asked for come to."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from ui.connection import reading
from ui.out import columns, moments
from ui.out.asking import Asked, listable, parted
from ui.out.listed import Listed
from ui.out.taken import NotOfferedError, Parameter
from ui.store import Dataset

LEVELS = ("0", "1", "2", "3")
# The Union as a territory; no NUTS version has it.
_UNION = "EU27_2020"
_KNOWN = Path(__file__).parent / "sql" / "known.sql"


def parameters(
    listed: Listed, dataset: Dataset, _asked: Mapping[str, str]
) -> tuple[Parameter, ...]:
    """The filters of a table, with the values on offer where they can be listed."""
    offered: list[Parameter] = []
    if listed.place or listed.country:
        about = "two-letter country codes as Eurostat uses them: EL, UK"
        values = listable(known(dataset, listed, "in"))
        offered.append(Parameter("in", "Countries", "", values, True, about))
    if has_nuts_level(listed):
        offered.append(Parameter("level", "NUTS level", "", LEVELS, True, "0 is countries"))
    abouts = columns.abouts(dataset, listed)
    for name in (listed.place, *listed.filters):
        if name and (held := known(dataset, listed, name)):
            label = name.removesuffix("_id").replace("_", " ").capitalize()
            offered.append(Parameter(name, label, "", listable(held), True, abouts[name]))
    if listed.period:
        offered += _PERIODS
    return tuple(offered)


_PERIODS = (
    Parameter("period", "Period", "", (), True, f"how the period begins: {moments.IN_WORDS}"),
    Parameter("from", "From", about=f"periods that end then or later; {moments.IN_WORDS}"),
    Parameter("until", "Until", about=f"periods that begin then or earlier; {moments.IN_WORDS}"),
)


def has_nuts_level(listed: Listed) -> bool:
    """Whether `level` is the NUTS level, and not a column of the table that is called so."""
    return bool(listed.level or listed.place) and "level" not in listed.filters


@lru_cache(maxsize=512)
def known(dataset: Dataset, listed: Listed, name: str) -> frozenset[str]:
    """The values a filter can have in this dataset; of territories, all that exist."""
    found: set[str] = set()
    for table, column in _holders(listed, name):
        statement = _KNOWN.read_text("utf-8").format(table=table, column=column)
        with reading(dataset) as cursor:
            found |= {str(row[0]) for row in cursor.execute(statement).fetchall()}
    if name == "in" and _UNION in known_places(dataset, listed):
        found.add(_UNION[:2])
    return frozenset(found)


def known_places(dataset: Dataset, listed: Listed) -> frozenset[str]:
    """The codes of territories a table has, and those that exist; none where it has no place."""
    return known(dataset, listed, listed.place) if listed.place else frozenset()


def _holders(listed: Listed, name: str) -> Iterator[tuple[str, str]]:
    """Tables and columns that hold the values of a filter."""
    if name == "in":
        if listed.country:
            yield listed.name, listed.country
        if listed.place:
            yield "territory", "country"
        return
    yield listed.name, name
    if name == listed.place:
        yield "territory", "territory_id"


def asked_of(listed: Listed, dataset: Dataset, given: Mapping[str, str]) -> Asked:
    """What the filters come to; NotOfferedError for a filter or value there is not."""
    asked = Asked()
    names = [each.name for each in parameters(listed, dataset, given)]
    for name in given:
        if name not in names:
            raise NotOfferedError("filter", name, tuple(names))
    expressions = {name: f"placed.{name}" for name in (listed.place, *listed.filters) if name}
    if listed.place or listed.country:
        expressions["in"] = f"placed.{listed.country or 'territory_country'}"
    if has_nuts_level(listed):
        expressions["level"] = f"placed.{listed.level or 'territory_level'}"
    for name, expression in expressions.items():
        if (text := given.get(name)) is not None:
            values = frozenset(LEVELS) if name == "level" and has_nuts_level(listed) else None
            chosen = parted(name, text, values or known(dataset, listed, name))
            asked.one_of(name, expression, chosen)
    if listed.period:
        moments.add(asked, f"placed.{listed.period}", given)
    return asked
