"""Who is known to work in a territory, on what, with how many contracts, in sentences."""

from analysis.partnership import EVERY_SERVICE, NONE
from ui.language import _, n_, plural
from ui.partnership.here import Here
from ui.partnership.words import ACTOR_WORDS, many
from ui.words import SERVICE_WORDS, day, listed

_MOST_NAMED = 5
_AT_WORK = plural(
    "**{count} organisation** is known to work here: {types}.",
    "**{count} organisations** are known to work here: {types}.",
)
_AT_WORK_ON = plural(
    "**{count} organisation** is known to work on {service} here: {types}.",
    "**{count} organisations** are known to work on {service} here: {types}.",
)
_ALL_OF = plural(
    "**{count} organisation** is known to work here, all {types}.",
    "**{count} organisations** are known to work here, all {types}.",
)
_ALL_OF_ON = plural(
    "**{count} organisation** is known to work on {service} here, all {types}.",
    "**{count} organisations** are known to work on {service} here, all {types}.",
)
_CONTRACTS = plural(
    "They put out **{count} contract** ({when}).", "They put out **{count} contracts** ({when})."
)
_CONTRACTS_AT_LEAST = plural(
    "They put out at least **{count} contract** ({when}).",
    "They put out at least **{count} contracts** ({when}).",
)


def at_work(here: Here) -> str:
    """Who is known to work in the territory, by type of actor."""
    found = here.organisations
    every, on = here.service == EVERY_SERVICE, SERVICE_WORDS.get(here.service, "")
    if found.empty:
        return _nobody(here, every, on)
    counts = found["actor"].value_counts()
    if len(counts) == 1 and len(found) > 1:
        of = ACTOR_WORDS[str(counts.index[0])]
        said = n_(*(_ALL_OF if every else _ALL_OF_ON), len(found), types=of, service=on)
    else:
        types = listed([many(int(n), str(actor)) for actor, n in counts.items()])
        said = n_(*(_AT_WORK if every else _AT_WORK_ON), len(found), types=types, service=on)
    return " ".join([said, *_services(here), *_contracts(here)])


def _nobody(here: Here, every: bool, on: str) -> str:
    """Whether nobody is there, or nobody is known."""
    if (here.actors == NONE).all():
        return _(
            "**Nobody** works here: complete lists of every type of actor hold none."
        ) if every else _(
            "**Nobody** works on {service} here: complete lists of every type of actor hold none.",
            service=on,
        )  # fmt: skip
    return _(
        "**Unknown** who works here: nobody is known, which is not to say none."
    ) if every else _(
        "**Unknown** who works on {service} here: nobody is known, which is not to say none.",
        service=on,
    )  # fmt: skip


def _services(here: Here) -> list[str]:
    """On what, where several services are looked at."""
    if here.service != EVERY_SERVICE:
        return []
    known = here.work["service"].dropna().unique()
    names = [SERVICE_WORDS[each] for each in sorted(known)]
    if here.work["service"].isna().any():
        names.append(_("a service that is not stated"))
    if len(names) <= _MOST_NAMED:
        return [_("They work on {services}.", services=listed(names))]
    return [
        n_("They work on {count} of {total} services.", "They work on {count} of {total} services.",
           len(known), total=len(SERVICE_WORDS))
    ]  # fmt: skip


def _contracts(here: Here) -> list[str]:
    """How many contracts they put out, where that is told."""
    contracts = here.work["contracts"].dropna()
    if contracts.empty:
        return []
    first, last = here.work["first_period"].dropna(), here.work["last_period"].dropna()
    when = day("/".join(sorted({str(first.min()), str(last.max())})))
    pair = _CONTRACTS_AT_LEAST if here.work["contracts"].isna().any() else _CONTRACTS
    return [n_(*pair, int(contracts.sum()), when=when)]
