"""The catalogues of translations, read from their `.po` files once per process."""

from functools import lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent / "catalogues"


def path_of(language: str) -> Path:
    """Where the catalogue of a language is."""
    return FOLDER / f"{language}.po"


def opened(language: str) -> Catalog:
    """A catalogue as it is written, for whoever looks after it."""
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


@lru_cache(maxsize=8)
def catalogue(language: str) -> GNUTranslations:
    """Translations into a language; what has none stays English."""
    compiled = BytesIO()
    write_mo(compiled, opened(language))
    compiled.seek(0)
    return GNUTranslations(compiled)
