"""Columns of the tables in a planner's words."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "territory_id": "Territory, as a NUTS code",
    "nuts_version": "Edition of the NUTS codes",
    "period": "Date or period",
    "measure_id": "What is measured",
    "group_id": "Whom it counts",
    "value": "The figure",
    "lower": "Lower end, if it is a range",
    "upper": "Upper end, if it is a range",
    "obs_status": "Status of the figure",
    "note": "Note",
    "facility_id": "Code of the place",
    "name": "Name",
    "kind": "Kind of place",
    "service": "Service",
    "country": "Country code",
    "lon": "Longitude",
    "lat": "Latitude",
    "places": "Places",
    "occupied": "Places in use",
    "groups": "Groups it is open to",
    "languages": "Languages spoken",
    "mode": "On site, digital or mobile",
    "publish_level": "How finely it may be shown",
    "opened": "Opened on",
    "closed": "Closed on",
    "organisation_id": "Code of the organisation",
    "partner_id": "Code of the partner",
    "actor": "Type of actor",
    "level": "Level it acts on",
    "agreement": "Kind of agreement",
    "contracts": "Public contracts",
    "body_id": "Code of the body",
    "seats": "Seats in all",
    "newcomer_seats": "Seats held by newcomers",
    "decision_power": "Power to decide, 0 to 4",
    "meetings": "Meetings held",
    "consultation_id": "Code of the consultation",
    "organiser": "Who asked",
    "asked": "Who was asked",
    "replies": "Replies",
    "newcomer_replies": "Replies from newcomers",
    "outcome": "What became of it",
    "scheme_id": "Code of the scheme",
    "sponsor_groups": "Sponsor groups",
    "pledged_places": "Places pledged",
    "arrivals_persons": "People who arrived",
    "arrivals_span": "Time the arrivals are counted over",
    "pathway": "Kind of pathway",
    "began": "Began",
    "ended": "Ended",
    "rule": "Rule",
    "words": "The rule in words",
    "fund_id": "Fund",
    "objective": "What the money is for",
    "committed_eur": "Committed, in euro",
    "paid_eur": "Paid, in euro",
    "recipient": "Who spends it in the end",
    "complete": "Whether the list is complete",
    "about": "What the list holds and leaves out",
}


def words_of(column: str) -> str:
    """A column in words; its own name where nobody put it in words.

    >>> words_of("period"), words_of("some_thing")
    ('Date or period', 'Some thing')
    """
    return WORDS.get(column) or column.replace("_", " ").capitalize()
