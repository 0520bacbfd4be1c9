"""The map of each view of the Digital page."""

import pandas as pd

from analysis.digital_reach import BOTH, DIGITAL_ONLY, NOT_TOLD, counterpart
from ui import words
from ui.area.spread import About, Spread, spread
from ui.digital.choice import LANGUAGES, ON_SITE, DigitalChoice
from ui.digital.known import services_of, tongues_of
from ui.language import _, later, per_language
from ui.store import DEMONSTRATION, Dataset, ask
from ui.words import SERVICE_WORDS

_NO_SERVICE = later("no digital service is known")


def evidence(dataset: Dataset, real: str) -> str:
    """What kind of figure it is: a generated one is nothing else, whatever is made of it."""
    return "synthetic" if dataset.kind == DEMONSTRATION else real


@per_language(64)
def spread_of(dataset: Dataset, choice: DigitalChoice) -> Spread:
    """Every territory drawn with what is known of it."""
    figures = {LANGUAGES: _languages, ON_SITE: _on_site}.get(choice.view, _services)
    rows, about = figures(dataset, choice)
    return spread(dataset, choice.where, rows, about)


def _services(dataset: Dataset, choice: DigitalChoice) -> tuple[pd.DataFrame, About]:
    """How many services are known in each territory."""
    services = services_of(dataset)
    rows = services.counted().rename("value").rename_axis("territory_id").reset_index()
    named = services.known.assign(
        name=services.known["service_id"].map(services.rows["name"]),
        source_id=services.known["service_id"].map(services.rows["source_id"]),
    ).groupby("territory_id")
    rows["services"] = rows["territory_id"].map(
        named["name"].agg(lambda names: ", ".join(sorted(set(names))))
    )
    rows["source_id"] = rows["territory_id"].map(named["source_id"].first())
    rows["label"] = [words.count_of(int(each), "service") for each in rows["value"]]
    about = About(
        choice.question(),
        _("known digital services, local editions counted as one"),
        _(_NO_SERVICE),
        breaks=(2.0, 3.0, 5.0),
        class_names=(_("one service"), _("two"), _("three or four"), _("five or more")),
        as_asked=True,
    )
    return rows, about


def _languages(dataset: Dataset, choice: DigitalChoice) -> tuple[pd.DataFrame, About]:
    """The share of newcomers whom no language of a known service reaches, at least."""
    tongues = tongues_of(dataset, choice)
    rows = tongues.reach.reset_index()
    for end in ("lower", "upper"):
        rows[end] = rows[f"unreached_{end}"] / rows["persons"].where(rows["persons"] > 0) * 100
    listed = [tongues.voices[str(code)].listed for code in rows["territory_id"]]
    rows["cannot_tell"] = [
        tongues.voices[str(code)].services > 0 and not every
        for code, every in zip(rows["territory_id"], listed, strict=True)
    ]
    rows["value"] = rows["lower"].where(pd.Series(listed, index=rows.index, dtype=bool))
    rows = rows.assign(
        unit="% of newcomers, at least",
        period=choice.period,
        obs_status="E",
        evidence=evidence(dataset, "estimated"),
        source_id=rows["territory_id"].map(
            tongues.origins.groupby("territory_id")["source_id"].first()
        ),
    )
    rows["label"] = [
        f"{words.rate(low)}-{words.rate(high)}{words.THIN}%" if words.is_known(value) else None
        for value, low, high in rows[["value", "lower", "upper"]].itertuples(index=False, name=None)
    ]
    about = About(
        choice.question(),
        _("of newcomers speak no language of a known service"),
        _(_NO_SERVICE),
        breaks=(10.0, 20.0, 30.0, 40.0, 50.0),
        class_names=(
            _("under 10 % at least"), _("10 to 20"), _("20 to 30"), _("30 to 40"), _("40 to 50"),
            _("50 % or more at least"),
        ),
        cannot_tell=_("cannot tell: languages not listed"),
    )  # fmt: skip
    return rows, about


def _on_site(dataset: Dataset, choice: DigitalChoice) -> tuple[pd.DataFrame, About]:
    """Whether a territory with a digital service has one on site too."""
    territories = ask(dataset, "region")["territory_id"]
    supply = ask(dataset, "on_site_supply", service=choice.term).set_index("territory_id")
    exists = supply[["sites", "stated"]].astype(float).max(axis=1)
    services = services_of(dataset)
    of_term = services.rows.index[services.rows["service"] == choice.term]
    here = services.known[services.known["service_id"].isin(of_term)]
    digital = dict.fromkeys(map(str, here["territory_id"]), True)
    state = counterpart(digital, exists, pd.Index(territories))
    rows = pd.DataFrame({"territory_id": state.index, "state": state.to_numpy()})
    rows["value"] = rows["state"].map({BOTH: 0.0, DIGITAL_ONLY: 1.0})
    rows["cannot_tell"] = (rows["state"] == NOT_TOLD).to_numpy()
    rows["label"] = [
        {BOTH: _("on site too"), DIGITAL_ONLY: _("digital only")}.get(each)
        for each in rows["state"]
    ]
    rows = rows.merge(supply.reset_index(), on="territory_id", how="left", validate="1:1")
    rows["obs_status"] = rows["value"].map({0.0: "A", 1.0: "A"})
    rows["evidence"] = evidence(dataset, "published")
    about = About(
        choice.question(),
        SERVICE_WORDS[choice.term],
        _("no such digital service is known"),
        breaks=(0.5,),
        class_names=(_("on site too"), _("digital only: none on site")),
        cannot_tell=_("cannot tell: on site not known"),
        as_asked=True,
    )
    return rows, about
