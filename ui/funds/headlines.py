"""Sentences of the headline of the Funds page, by answer."""

from analysis.concordance import AGAINST, CANNOT_TELL, FOLLOWS
from ui.language import later

ANSWERS = {
    FOLLOWS: later(
        "**In broad order, yes: {who} with more {many} have more money**, in {pairs} of 100 pairs."
    ),
    AGAINST: later(
        "**No, the reverse: {who} with more {many} have less money.** The two orders agree in "
        "{pairs} of 100 pairs."
    ),
    CANNOT_TELL: later(
        "**Cannot tell**: {who} with more {many} have more money in {pairs} of 100 pairs, which "
        "may be chance."
    ),
}
BY_SIZE = {
    FOLLOWS: later("Per resident, with size taken out, money follows need: {tau}."),
    CANNOT_TELL: later("Per resident, with size taken out, it cannot be told: {tau}."),
    AGAINST: later("Per resident, with size taken out, the order turns round: {tau}."),
}
# Of how many of the territories left out the money, and the need, is missing.
LEFT_OUT = {
    ("all", "none"): later("Left out as unknown, not zero: {names} (money not published)."),
    ("none", "all"): later(
        "Left out as unknown, not zero: {names} (need not published for the whole period)."
    ),
    ("all", "all"): later(
        "Left out as unknown, not zero: {names} (money and need not published for the whole "
        "period)."
    ),
    ("some", "all"): later(
        "Left out as unknown, not zero: {names} (money for {money} and need not published for "
        "the whole period)."
    ),
    ("all", "some"): later(
        "Left out as unknown, not zero: {names} (money and need for {need} not published)."
    ),
    ("some", "some"): later(
        "Left out as unknown, not zero: {names} (money for {money} and need for {need} not "
        "published)."
    ),
}
