"""The territories most like one, at its own level, by facts the reader chooses."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.peers import Likeness, likeness
from ui import words
from ui.compare.context import BY_FACT, FACTS, Fact, facts_of, scaled
from ui.language import _, per_language
from ui.store import Dataset, ask

ALL, ABROAD, HOME = "all", "abroad", "home"
MOST = 8
EVERY = tuple(BY_FACT)
_WIDE = ("newcomers_lower", "newcomers_upper")


@dataclass(frozen=True)
class Peers:
    """A territory's peers with what makes them so, the most alike first.

    `rows` are as `peers_of` gives them; `compared` territories were comparable, `apart` share
    too few facts; `silent` are facts that tell nothing here.
    """

    of: str
    rows: pd.DataFrame
    compared: int
    apart: int
    silent: tuple[str, ...]


def peers_of(
    dataset: Dataset, territory_id: str, variables: Sequence[str] = EVERY, among: str = ALL
) -> pd.DataFrame:
    """The territories most like one at its level, the most alike first.

    Shape   : up to `MOST` rows; index `territory_id`; columns `name`, `place`, `country`,
              `level`, `distance` (robust standard deviations, 0 is a twin), `shared` (facts
              known for both), each fact's value, `newcomers_lower` and `newcomers_upper`, and
              `part_<fact>`: its share of the squared distance, adding up to 1.
    Missing : a fact unknown for either is NaN and left out for that pair; territories that
              share less than half of what is known here are not compared. Empty where nothing
              is known.
    Errors  : KeyError for a fact there is not.
    """
    return found_peers(dataset, territory_id, tuple(variables), among).rows


@per_language(128)
def found_peers(
    dataset: Dataset, territory_id: str, variables: tuple[str, ...] = EVERY, among: str = ALL
) -> Peers:
    """The same, with what was not comparable and which facts tell nothing."""
    level = level_of(dataset, territory_id)
    if level is None:
        return Peers(territory_id, _rows(pd.DataFrame(), None), 0, 0, variables)
    rows = facts_of(dataset, level)
    facts = scaled(rows, variables)
    known = int(facts.T[territory_id].notna().sum())
    found = likeness(facts, territory_id, max(1, (known + 1) // 2))
    wanted = _among(rows, territory_id, among)
    near = [each for each in found.distance.index if each in wanted]
    apart = sum(each in wanted for each in found.apart)
    silent = tuple(each for each in found.silent if each in variables)
    return Peers(territory_id, _rows(rows.loc[near[:MOST]], found), len(near), apart, silent)


def level_of(dataset: Dataset, territory_id: str) -> int | None:
    """The level of a single territory; None where there is none of this code."""
    rows = ask(dataset, "context")
    found = rows.loc[rows["territory_id"] == territory_id, "level"]
    return int(found.iloc[0]) if len(found) else None


def why(row: pd.Series, of: pd.Series, variables: Sequence[str]) -> str:
    """In a sentence, why one territory is a peer of another: what is alike, what is least so.

    `row` and `of` have a value for each fact; a fact unknown for either is named as left out.
    """
    shared = [each for each in variables if words.is_known(row[f"part_{each}"])]
    left = [BY_FACT[each].inside for each in variables if each not in shared]
    shared.sort(key=lambda each: float(row[f"part_{each}"]))
    said = []
    if shared:
        most = _both(row, of, shared[0])
        if len(shared) > 1 and row["distance"] > 0:
            part = words.rate(100 * float(row[f"part_{shared[-1]}"]))
            said.append(
                _(
                    "Most alike in {most}; least in {least}, {share} of what sets them apart.",
                    most=most, least=_both(row, of, shared[-1]), share=f"{part}{words.THIN}%",
                )
            )  # fmt: skip
        else:
            said.append(_("Most alike in {most}.", most=most))
    if left:
        said.append(_("Left out, as unknown: {facts}.", facts=words.listed(left)))
    return " ".join(said)


def _both(row: pd.Series, of: pd.Series, fact_id: str) -> str:
    fact = BY_FACT[fact_id]
    told = {"fact": fact.inside, "here": _about(fact, row), "there": _about(fact, of)}
    middles = [_is_wide(fact, each) for each in (row, of)]
    if all(middles):
        return _("{fact} ({here} against {there}, middles of intervals)", **told)
    if any(middles):
        return _("{fact} ({here} against {there}, the middle of an interval)", **told)
    return _("{fact} ({here} against {there})", **told)


def _about(fact: Fact, row: pd.Series) -> str:
    """A fact in words; a middle of an interval is only about so."""
    text = fact.words(float(row[fact.fact_id]))
    return _("about {amount}", amount=text) if _is_wide(fact, row) else text


def _is_wide(fact: Fact, row: pd.Series) -> bool:
    """Whether the figure of a fact is the middle of an interval."""
    lower, upper = (row.get(f"{fact.fact_id}_{end}") for end in ("lower", "upper"))
    return bool(words.is_known(lower) and words.is_known(upper) and lower != upper)


def _among(rows: pd.DataFrame, territory_id: str, among: str) -> set[str]:
    """Territories that are looked at: all, those of other countries, those of its own."""
    own = rows["country"] == rows.loc[territory_id, "country"]
    kept = {ALL: own | True, ABROAD: ~own, HOME: own}[among]
    return {str(each) for each in rows.index[kept]}


def _rows(near: pd.DataFrame, found: Likeness | None) -> pd.DataFrame:
    """Peers in the shape `peers_of` promises; without any where nothing was found."""
    facts = [fact.fact_id for fact in FACTS]
    columns = ["name", "place", "country", "level", "distance", "shared", *facts, *_WIDE]
    parts = [f"part_{each}" for each in facts]
    if found is None:
        empty = pd.DataFrame(columns=[*columns, *parts])
        return empty.rename_axis("territory_id")
    near = near.assign(
        place=words.places(near),
        distance=found.distance.reindex(near.index),
        shared=found.shared.reindex(near.index),
    )
    shares = found.parts.reindex(near.index).add_prefix("part_")
    return near.join(shares).reindex(columns=[*columns, *parts])
