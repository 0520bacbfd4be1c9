"""Look after the catalogues: `python -m ui.language` lists what each lacks; `--write` adds it.

Ends with 1 where a translation is broken: a part in braces that the English does not have, or
lacks. A missing one is listed only: the page shows it in English.
"""

import string
import sys
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import write_po

from ui.language.catalogue import opened, path_of
from ui.language.collect import Message, messages
from ui.language.spoken import ENGLISH, LANGUAGES

_SHOWN = 5


def main(write: bool) -> int:
    """List, and with `write` add, what each catalogue lacks; how many are broken."""
    found, broken = messages(), 0
    for language in LANGUAGES:
        if language == ENGLISH:
            continue
        catalogue = opened(language) if path_of(language).exists() else Catalog(locale=language)
        if write:
            catalogue = renewed(catalogue, language, found)
            path_of(language).write_bytes(_as_text(catalogue))
        wrong = [line for entry in catalogue if (line := fault(entry))]
        lacking = [text for text in found if not is_turned(catalogue.get(text))]
        print(f"{language}: {len(found) - len(lacking)} of {len(found)} messages translated")
        for text in lacking[:_SHOWN]:
            print(f"  missing: {text!r}")
        if len(lacking) > _SHOWN:
            print(f"  and {len(lacking) - _SHOWN} more")
        for line in wrong:
            print(f"  broken: {line}")
        broken += len(wrong)
    return broken


def renewed(old: Catalog, language: str, found: dict[str, Message]) -> Catalog:
    """A catalogue of exactly the messages of the code, with the translations there are."""
    new = Catalog(locale=language, project="Groundwork", fuzzy=False, charset="utf-8")
    for each in found.values():
        key = (each.text, each.many) if each.many else each.text
        had = old.get(each.text)
        fits = had is not None and isinstance(had.string, tuple) == bool(each.many)
        new.add(key, had.string if had is not None and fits else None, locations=[(each.file, 0)])
    return new


def is_turned(entry: Entry | None) -> bool:
    """Whether a catalogue has a whole translation."""
    if entry is None:
        return False
    return all(entry.string) if isinstance(entry.string, tuple) else bool(entry.string)


def fault(entry: Entry) -> str:
    """What is wrong with a translation: parts in braces that do not match; '' where none.

    >>> fault(Entry("In {unit}.", "En {unidad}."))
    "'In {unit}.' has {unit}; its translation has {unidad}"
    >>> fault(Entry(("{count} day", "{count} days"), ("un jour", "{count} jours")))
    ''
    """
    if not entry.id or not is_turned(entry):
        return ""
    forms = entry.id if isinstance(entry.id, tuple) else (entry.id,)
    turned = entry.string if isinstance(entry.string, tuple) else (entry.string,)
    allowed = set().union(*map(_parts, forms))
    for text in turned:
        has = _parts(text)
        # A plural form may spell its count out; all else is said in every language.
        if has - allowed or allowed - has - {"count"}:
            return f"{forms[-1]!r} has {_listed(allowed)}; its translation has {_listed(has)}"
    return ""


def _parts(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"a brace without its other"}


def _listed(parts: set[str]) -> str:
    return ", ".join(f"{{{part}}}" for part in sorted(parts)) or "no parts"


def _as_text(catalogue: Catalog) -> bytes:
    file = BytesIO()
    write_po(file, catalogue, width=100, include_lineno=False, sort_by_file=False,
             omit_header=False)  # fmt: skip
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(1 if main("--write" in sys.argv[1:]) else 0)
