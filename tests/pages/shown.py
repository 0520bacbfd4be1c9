"""A page as a program runs it, inside its frame, and all that it says."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]


def shown(page: str, **address: str) -> AppTest:
    """The page of this name at an address, once it ran without a fault."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180)
    for key, value in address.items():
        app.query_params[key] = value
    app.switch_page(f"pages/{page}.py")
    app.run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    """Every sentence on it, thin spaces as plain ones."""
    parts = [*app.title, *app.header, *app.markdown, *app.caption]
    return " ".join(str(each.value) for each in parts).replace("\u202f", " ")
