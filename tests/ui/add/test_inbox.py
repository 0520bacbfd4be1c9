"""An uploaded file lies in a private folder under a harmless name, and goes with it."""

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.add.inbox import keep, safe_name


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes")
def test_only_this_user_can_read_the_folder():
    kept = keep("plätze.csv", b"a;b")
    assert stat.S_IMODE(kept.folder.stat().st_mode) == 0o700
    assert kept.path.read_bytes() == b"a;b"


def test_the_folder_goes_when_nobody_holds_it():
    kept = keep("y.csv", b"1")
    folder, path = kept.folder, kept.path
    assert path.exists()
    del kept
    assert not folder.exists()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\list.xlsx", "list.xlsx"),
        ("a\0b\n.csv", "a_b_.csv"),
        ("--help.csv", "--help.csv"),
        ("...", "file"),
        ("", "file"),
        ("Übersicht (neu).csv", "Übersicht (neu).csv"),
    ],
)
def test_a_name_leads_nowhere(name, safe):
    assert safe_name(name) == safe


@given(st.text(max_size=300))
def test_every_name_is_one_file_of_its_folder(name):
    safe = safe_name(name)
    assert safe and safe not in (".", "..") and not set(safe) & set("/\\\0\n\r")
    assert Path("folder", safe).parent == Path("folder") and len(safe) < 400
