"""Digital services known in a territory, and whom their languages leave out."""

import pandas as pd

from ui import words
from ui.digital.choice import LANGUAGES, choose
from ui.digital.drawn import spread_of
from ui.digital.known import services_of, tongues_of
from ui.digital.panel import newcomers, of_services
from ui.language import _
from ui.store import DEMONSTRATION, Dataset, ask
from ui.territory.asking import as_a_whole, choice_of, drawn, number, page, sources, text
from ui.territory.model import Figure, Link, Section


def online(dataset: Dataset, at: str, level: int) -> Section:
    """The services people here can use, and the newcomers whose language none of them speaks."""
    choice = choice_of(choose, dataset, level=str(level))
    spread, tongues = spread_of(dataset, choice), tongues_of(dataset, choice)
    services = services_of(dataset)
    around = drawn(spread.rows, at)
    told: list[str] = []
    if around is not None:
        said = newcomers(spread.rows.loc[[around]].iloc[0], tongues, around, choice.period)
        told = [f"{as_a_whole(dataset, around)}{' '.join(said[:2])}"] if around != at else said[:2]
        told += said[2:] if around == at else []
    here = services.at(at)
    known = services.counted()
    row = spread.rows.loc[around].to_dict() if around is not None else {}
    whole = f", {row['place']}" if around not in (None, at) else ""
    made = "synthetic" if dataset.kind == DEMONSTRATION else "published"
    count = float(known[at]) if at in known.index else float("nan")
    share = Figure(
        f"Newcomers who speak no language of a known service{whole}", "percent",
        number(row, "value"), number(row, "lower"), number(row, "upper"), "all",
        choice.period, "E" if words.is_known(row.get("lower")) else "L",
        text(row, "evidence"), source_ids=sources(row.get("source_id")),
        page=page("digital", around or at, level, view=LANGUAGES),
    )  # fmt: skip
    number_of = Figure(
        f"Digital services known{_whose(dataset, here, at)}", "services", count,
        obs_status="A" if words.is_known(count) else "L",
        evidence=made if words.is_known(count) else "", source_ids=sources(*here["source_id"]),
        page=page("digital", at, level, view="services"),
    )  # fmt: skip
    return Section(
        "digital", _("Are digital services there, in newcomers' languages?"),
        (*told, *of_services(here, at)),
        figures=(share, number_of),
        links=(Link(_("Languages and the catalogue on the page Digital"),
                    page("digital", at, level)),),
    )  # fmt: skip


def _whose(dataset: Dataset, here: pd.DataFrame, at: str) -> str:
    """The territories whose services they are, where not all are the territory's own."""
    codes = [str(each) for each in here["territory_id"].drop_duplicates()]
    around = [code for code in codes if at != code and at.startswith(code)]
    inside = any(code != at and code.startswith(at) for code in codes)
    if not around and not inside:
        return ""
    regions = ask(dataset, "region").set_index("territory_id")
    names = [words.places(regions.loc[[code]])[0] for code in around if code in regions.index]
    own = [*(["here"] if at in codes else []), *(["in places inside"] if inside else [])]
    return f", {words.listed([*own, *(f'of {each} as a whole' for each in names)])}"
