"""A territory's profile as one HTML file that needs nothing else: to read offline and to print."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ui import words
from ui.language import _, current
from ui.out.citation import cited
from ui.palette import LIGHT
from ui.territory import lines
from ui.territory.locator import alt, locator
from ui.territory.marked import html as marked
from ui.territory.marked import inline, safe
from ui.territory.model import Profile, Section, Table, Trend
from ui.territory.sources import named, sources_of

_STYLE = Path(__file__).with_name("report.css")
# The file may show what is in it and nothing else; no script runs.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def report(profile: Profile, made: date) -> str:
    """The whole file.

    Shape   : one HTML document in the language spoken, style and drawings in it; two to four pages.
    Missing : an unknown figure is the word unknown.
    """
    dataset = profile.dataset
    head = (
        f"<title>{safe(profile.place)}: {safe(profile.title)}</title>"
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE.read_text('utf-8')}{_on_paper(dataset.watermark)}</style>"
    )
    body = [
        *_mark(dataset.watermark),
        f'<header><p class="over">{safe(profile.place)} · {safe(profile.territory_id)}</p>'
        f"<h1>{safe(profile.title)}</h1></header>",
        f'<div class="lead"><div>{"".join(marked(each) for each in profile.lead)}</div>'
        f"{_map(profile)}</div>",
        *(_section(profile, each) for each in profile.sections),
        _sources(profile),
        f"<footer><p>{safe(cited(dataset, profile.title, {'at': profile.territory_id}))}</p>"
        f"<p>{safe(_(words.EMPTY))} {safe(_(words.BOUNDARIES))} "
        f"{safe(_('Written on {day}.', day=words.day(made.isoformat())))}</p></footer>",
    ]
    return (
        f'<!doctype html>\n<html lang="{current()}"><head><meta charset="utf-8">{head}</head>\n'
        f"<body><main>{chr(10).join(body)}</main></body></html>\n"
    )


def _mark(watermark: str) -> Iterator[str]:
    """What a generated report says on every page."""
    if watermark:
        yield f'<p class="mark">{safe(watermark)}</p>'


def _on_paper(watermark: str) -> str:
    """The same at the head of every printed page."""
    plain = "".join(letter for letter in watermark if letter.isalnum() or letter in " :.,")
    box = f'@top-right {{ content: "{plain}"; font: 9pt sans-serif; color: #c2410c; }}'
    return f"@page {{ {box} }}" if plain else ""


def _map(profile: Profile) -> str:
    drawing = locator(profile, LIGHT)
    if not drawing:
        return ""
    return f"<figure>{drawing}<figcaption>{safe(alt(profile))}</figcaption></figure>"


def _section(profile: Profile, section: Section) -> str:
    parts = [
        f'<section id="{section.key}"><h2>{safe(section.title)}</h2>',
        *(marked(each) for each in profile.told(section)),
        *(_table(each) for each in section.tables),
        _trends(profile, section.trends),
        _origin(profile, section),
        "</section>",
    ]
    return "".join(parts)


def _table(table: Table) -> str:
    kinds = [' class="n"' if i in table.right else "" for i in range(len(table.heads))]
    heads = "".join(f'<th scope="col"{kind}>{safe(name)}</th>'
                    for name, kind in zip(table.heads, kinds, strict=True))  # fmt: skip
    rows = "".join(f"<tr>{_cells(row, kinds)}</tr>" for row in table.rows)
    return (
        f"<table><caption>{safe(table.caption)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _cells(row: tuple[str, ...], kinds: list[str]) -> str:
    first = f'<th scope="row">{inline(row[0])}</th>'
    rest = zip(row[1:], kinds[1:], strict=True)
    return first + "".join(f"<td{kind}>{inline(cell)}</td>" for cell, kind in rest)


def _trends(profile: Profile, trends: tuple[Trend, ...]) -> str:
    if not trends:
        return ""
    drawn = "".join(
        f"<figure>{lines.line(each, LIGHT, profile.dataset.watermark)}"
        f"<figcaption>{inline(each.said)}</figcaption></figure>"
        for each in trends
    )
    return f'<div class="trends">{drawn}</div>'


def _origin(profile: Profile, section: Section) -> str:
    """Where it is from, on one quiet line."""
    names = named(profile, section.source_ids)
    parts = [inline(section.note)] if section.note else []
    parts += [safe(_("Sources: {names}.", names="; ".join(names)))] if names else []
    return f'<p class="quiet">{" ".join(parts)}</p>' if parts else ""


def _sources(profile: Profile) -> str:
    """Every source with licence and day; the address is written out, as paper has no links."""
    items = "".join(
        f"<li>{safe(each.publisher)}: {safe(each.title)}. {safe(each.licence)}. "
        f"{safe(each.fetched)} {safe(each.url)}</li>"
        for each in sources_of(profile)
    )
    return (
        '<section id="sources" class="sources">'
        f"<h2>{safe(_('Which sources are these figures from?'))}</h2>"
        f"<ul>{items}</ul></section>"
    )
