"""Which languages are spoken in each country, and by how much of its population (CLDR).

The Common Locale Data Repository lists, for each country, languages with the share of the
population that can use them, as a first or a further language; so the shares of a country may
add up to more than 100 %. The table comes with the library babel. Decisions:

- A language in several scripts has a row for each: they are the same language.
- The spoken kinds of Arabic (ISO 639-3 macrolanguage `ara`) count as Arabic, as services write
  it, and Gheg as Albanian. Kurdish (Kurmanji) and Central Kurdish (Sorani) stay apart.
- Official means official in the whole country, by law or in fact, not in one of its regions.
"""

from pathlib import Path

import babel
import pandas as pd
from babel.core import get_cldr_version, get_global

from etl.reading import Reading, Source

_MODULE = "cldr_languages"
_PATH = Path(babel.__file__).with_name("global.dat")
# What babel does not ship as text is named as its publisher names it.
FILE = f"supplementalData.xml, CLDR {get_cldr_version()}, territoryInfo"
_ARABIC = frozenset(
    "aao abh abv acm acq acw acx acy adf aeb aec afb ajp apc apd arb arq ars ary arz auz avl ayh"
    " ayl ayn ayp pga shu ssh".split()
)
_COUNTS_AS = dict.fromkeys(_ARABIC, "ar") | {"aln": "sq"}
_OFFICIAL = frozenset({"official", "de_facto_official"})
_NO_COUNTRY = "ZZ"


def read(folder: Path) -> Reading:
    """Table `spoken_language`; the facts come with a library, nothing is read from `folder`."""
    reading = Reading(_MODULE)
    rows = []
    number = 0
    for country, languages in sorted(get_global("territory_languages").items()):
        for locale, said in sorted(languages.items()):
            number += 1
            if country == _NO_COUNTRY:
                reading.leave_out(FILE, "of no country")
                continue
            rows.append(_row(country, locale, said) | {"source_line": number})
    reading.loaded(FILE, len(rows))
    reading.tables["spoken_language"] = pd.DataFrame(rows)
    return reading


def language_of(locale: str) -> str:
    """The language a code of CLDR counts as.

    >>> [language_of(code) for code in ("uz_Arab", "apc", "ckb")]
    ['uz', 'ar', 'ckb']
    """
    language = locale.split("_", maxsplit=1)[0]
    return _COUNTS_AS.get(language, language)


def _row(country: str, locale: str, said: dict[str, object]) -> dict[str, object]:
    """One row of table `spoken_language`."""
    return {
        "country": country,
        "locale": locale,
        "language": language_of(locale),
        "percent": said["population_percent"],
        "official": said["official_status"] in _OFFICIAL,
        "source_id": _MODULE,
        "obs_status": "E",
        "evidence": "published",
        "source_file": FILE,
    }


SOURCE = Source(
    source_id=_MODULE,
    title=f"CLDR {get_cldr_version()}: territory-language information",
    publisher="Unicode Consortium",
    url="https://www.unicode.org/cldr/charts/latest/supplemental/territory_language_information.html",
    licence="Unicode License v3",
    attribution="© Unicode, Inc., Common Locale Data Repository",
    vintage=f"CLDR {get_cldr_version()}",
    caveats=(
        "Estimates of how much of a country's population can use a language, collected to "
        "choose languages of software. A language that is not listed for a country counts as "
        "not spoken there, which is not always so. People who fled may speak other languages "
        "than their country as a whole: minorities flee more often."
    ),
    files=(str(_PATH),),
    read=read,
)
