"""Words for figures: how sure one is, where it is from, how it is kept."""

from ui.glossary.term import Term
from ui.language import later

_SDMX = ("SDMX, code list for observation status (CL_OBS_STATUS)", "https://sdmx.org")

TERMS = (
    Term(
        "published", later("Published"),
        later("As a named publisher has it, neither changed nor worked out."),
        ("sources",),
    ),
    Term(
        "declared", later("Declared"),
        later(
            "Said by somebody who added it to a workspace of their own. It always carries this "
            "mark and is never mixed with what is published."
        ),
        ("add",),
    ),
    Term(
        "estimated", later("Estimated"),
        later(
            "Worked out from published figures by a method that is stated beside it, with the "
            "interval it may lie in."
        ),
        ("gaps", "figures"),
    ),
    Term(
        "demonstration", later("Demonstration"),
        later(
            "A dataset of generated figures for every table and territory, to try every page. It "
            "is watermarked and never mixed with what is published."
        ),
        ("",),
    ),
    Term(
        "workspace", later("Workspace"),
        later(
            "A dataset of your own: the published figures and yours beside them, shown as declared."
        ),
        ("add",),
    ),
    Term(
        "obs_status", later("OBS_STATUS"),
        later(
            "A letter that says what is to be known of a figure, such as P for provisional, E for "
            "estimated or B for a break in the series."
        ),
        ("data", "dictionary"), *_SDMX,
    ),
    Term(
        "provisional", later("Provisional"),
        later("The publisher expects to revise the figure."),
        ("gaps", "figures"), *_SDMX,
    ),
    Term(
        "break_in_series", later("Break in series"),
        later(
            "From one date to the next the publisher counts otherwise, so that the two do not "
            "compare."
        ),
        ("figures", "compare"), *_SDMX,
    ),
    Term(
        "measure", later("Measure"),
        later("One thing that is counted, in one unit and by one definition, for one kind of use."),
        ("dictionary", "compare"),
    ),
    Term(
        "correction", later("Correction"),
        later(
            "What somebody who knows better proposes instead of a published figure. Somebody of "
            "another organisation reviews it, and it stands beside the figure."
        ),
        ("corrections",),
    ),
    Term(
        "data_route", later("Data route"),
        later("A web address at which a programme gets the rows of a table or a view."),
        ("data",),
    ),
)  # fmt: skip
