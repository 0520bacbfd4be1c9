"""The steps of the funnel in the words of the field, and who could publish each."""

from analysis.funnel import DURABLE, EXISTS, OPEN, PEOPLE, REACH, ROOM
from ui.language import Words

STEP_LABELS = Words(
    {
        PEOPLE: "People counted",
        EXISTS: "A service exists",
        REACH: "It is within 50 km",
        ROOM: "It has room",
        OPEN: "It is open to this group",
        DURABLE: "A durable arrangement",
    }
)
# The same inside a sentence or a list.
STEP_INSIDE = Words(
    {
        PEOPLE: "people counted",
        EXISTS: "a service exists",
        REACH: "it is within 50 km",
        ROOM: "it has room",
        OPEN: "it is open to this group",
        DURABLE: "a durable arrangement",
    }
)
# The same inside a sentence, as what is missing.
STEP_MISSING = Words(
    {
        PEOPLE: "how many they are",
        EXISTS: "whether a service for them exists",
        REACH: "how many live within reach of a service",
        ROOM: "how many places have room",
        OPEN: "how many places are open to them",
        DURABLE: "how many have an arrangement that lasts",
    }
)
WHO_COULD = Words(
    {
        PEOPLE: "the authority that registers and identifies them",
        EXISTS: "the authority for reception or social services, as a count by region without "
        "addresses",
        REACH: "the authority for reception, as a share of the people by region, without addresses",
        ROOM: "the providers through the authority that pays them: places, and free places",
        OPEN: "the authority that assigns places: those reserved for the group or open to it",
        DURABLE: "the migration authority (permits), the courts (guardians) and youth services "
        "(after-care)",
    }
)
MEANS = Words(
    {
        EXISTS: "a service that takes the group is in the territory",
        REACH: "it is within 50 km of where people live, as the crow flies; a starting point of "
        "Groundwork, no norm",
        ROOM: "places in such services, taken by the group or free",
        OPEN: "of these, places reserved for the group or open to it by their rules",
        DURABLE: "a residence permit, a guardian, or for children after-care agreed beyond 18; the "
        "same person may have several",
    }
)
