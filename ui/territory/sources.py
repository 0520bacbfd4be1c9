"""The sources behind a profile: publisher, title, licence, when it was fetched."""

from dataclasses import dataclass

from ui import words
from ui.language import _, n_
from ui.store import ask
from ui.territory.model import Profile


@dataclass(frozen=True)
class Source:
    """One source as text; nothing in it is escaped."""

    source_id: str
    publisher: str
    title: str
    licence: str
    retrieved: str
    url: str

    @property
    def fetched(self) -> str:
        """The day its file was fetched, in a sentence; '' where that is not recorded."""
        return _("Fetched: {day}.", day=self.retrieved) if self.retrieved else ""


def sources_of(profile: Profile) -> list[Source]:
    """Every source that the profile's figures are from, in the order they come."""
    rows = ask(profile.dataset, "source").set_index("source_id")
    found = []
    for each in profile.source_ids:
        if each not in rows.index:
            continue
        row = rows.loc[each]
        day = str(row["retrieved_on"])
        retrieved = "" if day in ("NaT", "None", "nan") else day[:10]
        url = str(row["url"]) if words.is_web(row["url"]) else ""
        publisher, title, licence = (
            str(row[name]) if words.is_known(row[name]) else ""
            for name in ("publisher", "title", "licence")
        )
        found.append(Source(each, publisher, title, licence, retrieved, url))
    return found


def named(profile: Profile, source_ids: tuple[str, ...], most: int = 4) -> list[str]:
    """Publishers behind a section, each once, with the rest counted; as text."""
    publishers = ask(profile.dataset, "source").set_index("source_id")["publisher"]
    names = list(dict.fromkeys(str(publishers[each]) for each in source_ids
                               if each in publishers.index))  # fmt: skip
    more = len(names) - most
    if more <= 0:
        return names
    rest = n_(
        "and {count} other source", "and {count} other sources", more, count=words.counted(more)
    )
    return [*names[:most], rest]
