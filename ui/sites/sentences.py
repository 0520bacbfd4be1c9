"""Sentences of the Sites page by the kind of place: other languages bend its name."""

from ui.language import later, plural

HAS_ONE = (
    later("**Everybody of whom it can be told has a hospital within {far}.**"),
    later("**Everybody of whom it can be told has a reception centre within {far}.**"),
    later("**Everybody of whom it can be told has a place for {service} within {far}.**"),
)

BRING = {
    "health": plural(
        "**{new} would bring {who} who have no known hospital within {far} within reach of one.**",
        "**{new} would bring {who} who have no known hospital within {far} within reach of one.**",
    ),
    "reception": plural(
        "**{new} would bring {who} who have no known reception centre within {far} within reach of "
        "one.**",
        "**{new} would bring {who} who have no known reception centre within {far} within reach of "
        "one.**",
    ),
    "": plural(
        "**{new} would bring {who} who have no known place for {service} within {far} within reach "
        "of one.**",
        "**{new} would bring {who} who have no known place for {service} within {far} within reach "
        "of one.**",
    ),
}

# Whoever is within reach of places that take only so many is not thereby taken.
TAKE = {
    "health": plural(
        "**{new} would take {who} who have no known hospital within {far}.**",
        "**{new} would take {who} who have no known hospital within {far}.**",
    ),
    "reception": plural(
        "**{new} would take {who} who have no known reception centre within {far}.**",
        "**{new} would take {who} who have no known reception centre within {far}.**",
    ),
    "": plural(
        "**{new} would take {who} who have no known place for {service} within {far}.**",
        "**{new} would take {who} who have no known place for {service} within {far}.**",
    ),
}

# By whether the territory that reaches least rises, and whether another one is then least.
OF_LEAST = {
    (True, False): later("{place}, where fewest reach one today, rises from {before} to {after}."),
    (True, True): later(
        "{place}, where fewest reach one today, rises from {before} to {after}, and {least} is "
        "then least, with {share}."
    ),
    (False, False): later("{place}, where fewest reach one today, stays at {before}."),
    (False, True): later(
        "{place}, where fewest reach one today, stays at {before}, and {least} is then least, with "
        "{share}."
    ),
}

COUNTED = (
    {
        "health": plural("{count} new hospital", "{count} new hospitals"),
        "reception": plural("{count} new reception centre", "{count} new reception centres"),
        "": plural("{count} new place for {service}", "{count} new places for {service}"),
    },
    {
        "health": plural("{count} new hospital for {whom}", "{count} new hospitals for {whom}"),
        "reception": plural(
            "{count} new reception centre for {whom}", "{count} new reception centres for {whom}"
        ),
        "": plural(
            "{count} new place for {service} for {whom}",
            "{count} new places for {service} for {whom}",
        ),
    },
)
