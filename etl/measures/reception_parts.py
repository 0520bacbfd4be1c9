"""Reception beyond places and people hosted: parts, flows, registers, keys.

A part is never in its total's measure: emergency places, one scheme's places, people who are
registered but live elsewhere each have their own.
"""

from etl.measures.measure import Measure


def _measure(measure_id: str, label: str, unit: str, kind: str, about: str) -> Measure:
    """A measure of reception in which neither more nor less is better."""
    return Measure(measure_id, label, unit, kind, "reception", "neutral", about)


def _places(measure_id: str, label: str, about: str) -> Measure:
    """A measure of places that exist."""
    return Measure(measure_id, label, "places", "capacity", "reception", "more_is_better", about)


MEASURES: tuple[Measure, ...] = (
    _places("sai_places", "Places in SAI projects", "Funded places in Italy's SAI projects."),
    _places("cada_places", "Places in CADA", "Places in French centres for asylum applicants."),
    _places("huda_places", "Places in HUDA", "Places in French emergency housing for applicants."),
    _places("cph_places", "Places in CPH", "Places in French temporary housing for refugees."),
    _places(
        "humanitarian_reception_places",
        "Places of the humanitarian programme",
        "Places for people who arrive by sea in Spain, apart from international protection.",
    ),
    _places(
        "federal_centre_places",
        "Places in federal asylum centres",
        "Places in Austria's or Switzerland's federal centres, the first stage of reception.",
    ),
    _places(
        "initial_reception_places",
        "Places in initial reception",
        "Places in Germany's initial reception by the Länder, before municipal housing.",
    ),
    _measure(
        "initial_reception_persons",
        "People in initial reception",
        "persons",
        "use",
        "People in Germany's initial reception by the Länder.",
    ),
    _measure(
        "accommodated_persons",
        "People accommodated during the period",
        "persons",
        "use",
        "People in reception at some time of the period: a flow, not those present on a day.",
    )._replace(flow=True),
    _measure(
        "humanitarian_accommodated_persons",
        "People accommodated by the humanitarian programme",
        "persons",
        "use",
        "People in Spain's humanitarian programme at some time of the period: a flow.",
    ),
    _measure(
        "sai_accommodated_persons",
        "People accommodated in SAI during the year",
        "persons",
        "use",
        "People in Italy's SAI projects at some time of the year: a flow.",
    ),
    _measure(
        "sai_projects",
        "SAI projects",
        "projects",
        "presence",
        "Local reception and integration projects of Italy's SAI. Counts projects, not places.",
    ),
    _measure(
        "reception_centres",
        "Reception centres",
        "centres",
        "presence",
        "Collective centres or structures that are open. Counts centres, not places.",
    ),
    _measure(
        "regular_reception_centres",
        "Regular reception centres",
        "centres",
        "presence",
        "Regular centres, where emergency locations are counted apart.",
    ),
    _measure(
        "emergency_reception_centres",
        "Emergency reception locations",
        "centres",
        "presence",
        "Emergency locations, apart from regular centres.",
    ),
    _measure(
        "hosted_in_regular_centres_persons",
        "People in regular reception centres",
        "persons",
        "use",
        "People in the agency's regular centres, a part of those entitled to reception.",
    ),
    _measure(
        "hosted_in_emergency_persons",
        "People in emergency reception",
        "persons",
        "use",
        "People in emergency accommodation of the reception agency (Ireland: IPAS; Netherlands: "
        "COA emergency locations), a part of those in reception.",
    ),
    _measure(
        "hosted_in_crisis_persons",
        "People in municipal crisis reception",
        "persons",
        "use",
        "People in crisis reception by municipalities, a part of those entitled to reception.",
    ),
    _measure(
        "hosted_in_agency_housing_persons",
        "People in the agency's accommodation",
        "persons",
        "use",
        "People registered in the reception system who live in the agency's accommodation.",
    ),
    _measure(
        "status_holders_in_reception_persons",
        "People with a residence permit still in reception",
        "persons",
        "use",
        "People with a permit who wait in reception centres for a home.",
    ),
    _measure(
        "assisted_outside_centres_persons",
        "People assisted outside centres",
        "persons",
        "use",
        "Asylum applicants who live outside centres with an allowance.",
    ),
    _measure(
        "registered_in_reception_persons",
        "People registered in the reception system",
        "persons",
        "use",
        "People on the reception system's books, in its accommodation or their own.",
    ),
    _measure(
        "entitled_to_reception_persons",
        "People entitled to reception",
        "persons",
        "need",
        "People with a right to reception on the reference day, wherever they stay.",
    ),
    _measure(
        "waiting_for_reception_persons",
        "People waiting for a reception place",
        "persons",
        "need",
        "People on the waiting list for a place.",
    ),
    _measure(
        "unaccompanied_children_applicants_persons",
        "Unaccompanied children who applied for asylum",
        "persons",
        "need",
        "Applications by unaccompanied children in the period: a flow, not children in care.",
    )._replace(flow=True),
    _measure(
        "unaccompanied_children_places",
        "Places for unaccompanied children",
        "places",
        "capacity",
        "Places in care or reception for unaccompanied children.",
    ),
    _measure(
        "reception_occupancy_percent",
        "Occupancy of reception",
        "percent",
        "use",
        "People present per 100 places.",
    ),
    _measure(
        "private_accommodation_percent",
        "Share in private accommodation",
        "percent",
        "use",
        "Of 100 people registered in reception, those who live in homes of their own choice.",
    ),
    _measure(
        "humanitarian_corridor_regions",
        "Regions that host people from humanitarian corridors",
        "regions",
        "presence",
        "1 for a region that took in people of one flight. Nothing is known of other regions.",
    ),
    Measure(
        "ukrainian_citizens_share_percent",
        "Share of the country's Ukrainian citizens",
        "percent",
        "context",
        None,
        "neutral",
        "Share of Ukrainian citizens with temporary protection or a permit who live here.",
    ),
)
