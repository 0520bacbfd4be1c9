"""The transcribers' notes in words for readers: their marks, checks and shorthand put plainly.

A note is a list of remarks parted by semicolons. Remarks on how a page was read (what an
excerpt showed, which file has the row too, points recalled from memory) are left out: they are
no part of what the figure means, and what they change is in its status.
"""

import re

# Shorthand and what it means, applied one after the other to each remark.
_WORDS: tuple[tuple[str, str], ...] = (
    (r"^((?i:OLD|HISTORY)( \d{4})?[:,]|(?i:FLOW):|status:) |, (?i:OLD)$", ""),
    (r"\. (?:Utrecht \(NL35\) not found|excerpt covers).*$", ""),
    (r" \((?:lemediasocial\.fr|excerpt|infobae|oogtv\.nl|query date)[^()]*\)", ""),
    (r"^derived ([\d,]+) total minus ([\d,]+) BOTP$", r"\1 in all minus \2 with protection"),
    (r"^(?:derived|DERIVED|COMPUTED)(?:: | )(?=sum|cumulative|\d)", ""),
    (r"^page undated in the excerpt: ", "page undated: "),
    (r"^INCOMPLETE: excerpt cut after \w+, (\d+ of \d+ Länder).*", r"\1 are known"),
    (
        r"^(\d+ of \d+ län) seen, excerpt cut before .*\(together ([\d,]+) of the national (.*)\)",
        r"\1 are known; the others have \2 of the \3 together",
    ),
    (r"^(?:'(?:rund|circa|ca\.|around|about)'|about)$", "a round figure"),
    (r"^'(?:rund|circa|around|about)', ", "a round figure, "),
    (r"^'nearly'$", "a round figure, not quite reached"),
    (r"^'more than'$", "the page says more than this"),
    (r"^'(more than [\d,]+)'$", r"\1"),
    (r"PARTIAL SET (\d+)/(\d+) (voivodeships)", r"\1 of \2 \3 are known"),
    (r"PARTIAL SET (\d+)/(\d+)(?: NUTS 3)?", r"\1 of \2 regions are known"),
    (r"^PARTIAL: ", "a part: "),
    (
        r"Schutzsuchende = recognised \+ pending \+ rejected",
        "Schutzsuchende: people recognised, waiting or rejected",
    ),
    (r"\b(the )?AZR\b", "the register of foreigners AZR"),
    (r"\bAsylbLG standard-benefit recipients", "recipients of standard benefits under AsylbLG"),
    (r" = asylum seekers, tolerated", ": asylum seekers, tolerated"),
    (r", sum ([\d,]+) v national ([\d,]+)", r", which add up to \1 where the country has \2"),
    (r", sum ([\d,]+) equals the (?:published|page) total", r", which add up to the published \1"),
    (r"\bsum ([\d,]+) = page total", r"which add up to \1, as on the page"),
    (r"^(?:rows|parts) sum to the stated ([\d,]+)", r"the rows add up to the \1 the page states"),
    (r"^sum of rows (\d+); page total", r"the rows add up to \1; the page's total"),
    (r"^sum equals page total", "the rows add up to the page's total of"),
    (r"^sum of (\d+) Länder = ([\d,]+)", r"the \1 Länder add up to \2"),
    (r"\bsum to\b", "add up to"),
    (r"\bv(\d) \(total (\d[\d,]*\d)", r"version \1 (\2 in all"),
    (r"^NUTS 2016 code / county before the 2018-2024 mergers", "county as it was before 2018"),
    (r"^\+([\d,]+) without a region$", r"\1 more without a region"),
    (r"^= ", "the same as "),
    (r"\bCIC\b", "foreigners' integration centres (CIC)"),
    (r"\bwhole DNA\b", "the whole national reception scheme (DNA)"),
    (r"\bPLN, NOT converted", "in złoty, not converted"),
    (r"^(\d+)/(\d+) (voivodeships|centres)", r"\1 of \2 \3"),
    (r"\bUAM places", "places for unaccompanied children"),
    (r"\bUAM reception", "reception of unaccompanied children"),
    (r"\bUAM\b", "unaccompanied children"),
    (r"\bincl\. ", "including "),
    (r"\bexcl\. ", "without "),
    (r"(\d) M\b", r"\1 million"),
    (r"\bbn\b", "billion"),
)
_COMPILED = tuple((re.compile(shorthand), words) for shorthand, words in _WORDS)
# Remarks that say only how the page was read.
_LEFT_OUT = re.compile(
    r"city point( from memory)?|municipality from memory.*|region placement from memory"
    r"|COMPLETE SET.*|(?i:OLD|HISTORY)( \(\d{4}\)| \d{4})?(, NUTS 3 pattern)?|exact|(?i:MUNICIPAL)"
    r"|.*\bexcerpts?\b.*|.*\bnot stored\b|newer years only as a PDF.*|read in a stored copy.*"
    r"|page read through.*|repeated .*|table columns read.*|url says.*|the text order of.*"
    r"|my sum.*|not re-read.*|only pairs printed.*|only cell visible.*|part of NUTS3 .*"
    r"|.*\bin the stored (table|page|excerpt).*|NL35/NL36 = NUTS 2024.*|NUTS 2024 code .*"
    r"|territory_code is .*|code is the NUTS3.*|services\.csv .*|same centre is in .*"
    r"|do not map as .*|not a stock|whole country = one NUTS 3 region|footnoted on the page"
    r"|\d+ of \d+( (regions|Länder|cantons))? (seen|found|printed)\.?( (second )?lowest)?"
    r"|no split by Land found|.*match press reports|NATIONAL only"
)
# Capitals that only shout; names in capitals (AMIF, HELIOS) stay.
_SHOUTED = re.compile(
    r"\b(?:ROUNDED|COMPUTED|DERIVED|NATIONAL|PARTIAL|SET|MISMATCH|TOTAL|MUNICIPAL|PLANNED|GRANTED"
    r"|LODGED|DURING|SUM|INCLUDES|MAINLAND|EMERGENCY|SUBSET|FREE|OTHER|NOT|INCOMPLETE|PROPOSED"
    r"|VOLUNTARY|FEDERAL|LOCAL AUTHORITY|STATE-OWNED|PART|AT|NEW)\b"
)
_ADDRESS = re.compile(r";? ?(?:official: )?https?://\S+")
# Semicolons inside brackets do not part remarks.
_PARTING = re.compile(r";(?![^()]*\))")


def in_words(note: str) -> str:
    """A transcriber's note as clauses joined by semicolons; empty where nothing is left.

    >>> in_words("COMPLETE SET 14/14; ROUNDED; incl. 20 UAM places; city point from memory")
    'rounded; including 20 places for unaccompanied children'
    """
    remarks = (remark.strip() for remark in _PARTING.split(_ADDRESS.sub("", note)))
    plain = (_plain(remark) for remark in remarks if remark)
    return "; ".join(remark for remark in plain if remark)


def _plain(remark: str) -> str:
    """One remark in words; empty where it only says how the page was read."""
    for shorthand, words in _COMPILED:
        remark = shorthand.sub(words, remark)
    if _LEFT_OUT.fullmatch(remark):
        return ""
    return _SHOUTED.sub(lambda word: word[0].lower(), remark)
