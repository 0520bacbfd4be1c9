"""The columns of a table as it is taken away: its own, its territory's, where each row is from."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import pyarrow as pa

from ui.connection import reading
from ui.out import origin
from ui.out.listed import Listed
from ui.out.taken import ABOUT
from ui.store import Dataset, ask

_ROWS = Path(__file__).parent / "sql" / "rows.sql"
PLACE_COLUMNS = {
    "territory_name": "name of the territory in Latin letters; NULL where no NUTS version in "
    "the dataset has the code",
    "territory_country": "two-letter country code as Eurostat uses it",
    "territory_level": "NUTS level, 0 to 3",
}
# Country and level of a territory; of a code no version has any more, as the code itself says.
_PLACED = {
    "territory_name": "place.name",
    "territory_country": "coalesce(place.country, case when regexp_matches(listed.{place},"
    " '^[A-Z]{{2}}[0-9]') then left(listed.{place}, 2) else listed.{place} end)",
    "territory_level": "coalesce(place.level, case when regexp_full_match(listed.{place},"
    " '[A-Z]{{2}}[0-9][0-9A-Z]{{0,2}}') then length(listed.{place}) - 2 end)",
}
_PLACE_JOIN = "left join place on place.territory_id = listed.{place}"
# Types of the dataset that no file format has.
_RETYPED = {"HUGEINT": "bigint"}


@lru_cache(maxsize=256)
def own(dataset: Dataset, listed: Listed) -> Mapping[str, tuple[str, str]]:
    """The table's own columns: name -> what it holds, and its type in the dataset."""
    found = ask(dataset, "columns", table_name=listed.name)
    rows = zip(found["column_name"], found["about"], found["data_type"], strict=True)
    return {
        str(name): (listed.abouts.get(str(name)) or str(about or ""), str(kind))
        for name, about, kind in rows
    }


def abouts(dataset: Dataset, listed: Listed) -> dict[str, str]:
    """What each column holds, in the order they are taken."""
    mine = own(dataset, listed)
    said = {name: about for name, (about, _) in mine.items()}
    said |= PLACE_COLUMNS if listed.place else {}
    return said | origin.abouts(listed, mine)


def statement(dataset: Dataset, listed: Listed, conditions: Sequence[str]) -> str:
    """The question for the rows; only names of fixed lists are written into it."""
    mine = own(dataset, listed)
    casts = [
        f"cast({name} as {_RETYPED[kind]}) as {name}"
        for name, (_, kind) in mine.items()
        if kind in _RETYPED
    ]
    return _ROWS.read_text("utf-8").format(
        table=listed.name,
        retyped=f" replace ({', '.join(casts)})" if casts else "",
        placed=_placed(listed),
        place=_PLACE_JOIN.format(place=listed.place) if listed.place else "",
        conditions="\n    and ".join(conditions) or "true",
    )


def _placed(listed: Listed) -> str:
    """The columns of a row's territory."""
    if not listed.place:
        return ""
    return "".join(
        f",\n        {text.format(place=listed.place)} as {name}" for name, text in _PLACED.items()
    )


def schema(
    dataset: Dataset, listed: Listed, asked: str, values: Mapping[str, str | list[str]]
) -> pa.Schema:
    """The columns in order with their types, and what each holds as a field's metadata."""
    with reading(dataset) as cursor:
        found = cursor.sql(asked, params=dict(values)).limit(0).to_arrow_reader().schema
    about = abouts(dataset, listed)
    fields = [*found, *origin.fields(listed, own(dataset, listed))]
    return pa.schema([each.with_metadata({ABOUT: about[each.name].encode()}) for each in fields])
