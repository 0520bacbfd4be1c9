"""What a column of a file holds by its values, where its name does not say or several may."""

from collections.abc import Callable

from etl.columns import Table
from etl.intake import coded, territories
from etl.intake.columns import Prefers
from etl.intake.layout import Layout
from etl.intake.places import Places

_ENOUGH = 500
_NEARLY_ALL = 0.9


def ranks(laid: Layout, table: Table, places: Places) -> Prefers:
    """How plainly a column holds territories, by code before name, or groups of people."""

    def share(texts: list[str], known: Callable[[str], bool]) -> bool:
        return sum(map(known, texts)) >= _NEARLY_ALL * len(texts)

    def rank(column: str, place: int) -> int:
        texts = [text for line in laid.rows if (text := line.text(place).strip())][:_ENOUGH]
        if texts and column == "territory_id":
            if share(texts, lambda text: territories.is_code(text, places)):
                return 2
            return int(share(texts, lambda text: territories.is_name(text, places)))
        if texts and column == "group_id":
            group = table.column(column)
            return int(share(texts, lambda text: coded.code(group, text) is not None))
        return 0

    return rank
