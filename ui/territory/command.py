"""A territory's report from the command line: the same as its page gives."""

from datetime import date

from ui.out.command import Made, opened
from ui.out.naming import file_name
from ui.out.taken import NotOfferedError
from ui.store import ask
from ui.territory.profile import profile_of
from ui.territory.report import report

REPORT = "report"


def made(at: str, kind: str) -> Made:
    """The report of a territory of a dataset, as a file in the making.

    Raises NotOfferedError for a territory or dataset there is not.
    """
    dataset = opened(kind)
    codes = ask(dataset, "region")["territory_id"]
    if at not in set(codes):
        near = tuple(str(code) for code in codes if at and str(code).startswith(at[:2]))
        countries = tuple(str(code) for code in codes if len(str(code)) == 2)
        raise NotOfferedError("territory", at, near or countries)
    text = report(profile_of(dataset, at), date.today())
    return Made(file_name(dataset, REPORT, {"at": at}, "html"), iter([text.encode()]))
