"""The profile and its figures."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import SUGGEST

WARNINGS: dict[str, tuple[str, str]] = {
    "cost-group-large": (
        _("the group “{id}” has room for {value} people; the source {source} names {limit} as the most"),
        _("Say in the document why more is all right, or plan two groups."),
    ),
    "cost-saving-without-replacing": (
        _("hours are not bought, but the group does not replace individual help; no saving is named"),
        _("Write hours_not_bought: no, or relation: replaces."),
    ),
}
ERRORS: dict[str, tuple[str, str]] = {
    "serves-unknown": (_("“{word}” is neither a policy frame nor a theme"), SUGGEST),
    "group-duplicate": (_("there are two groups “{id}”"), _("Give one of them another id.")),
    "group-type-unknown": (_("“{word}” is not a type of group: {choices}"), SUGGEST),
    "group-size": (
        _("the numbers of participants of “{id}” do not go up"),
        _("Write min, planned and max, from small to large."),
    ),
    "cost-hour-twice": (
        _("there is a given tariff, and elements of an hour beside it"),
        _("Keep the tariff, or take it out and keep the elements; a risk margin counts as one of them."),
    ),
    "cost-hour-missing": (
        _("there is nothing here from which the cost of an hour follows"),
        _("Give tariff; or professional, overhead, non_productive, travel_and_training, indexation and municipal_obligations."),
    ),
    "cost-hour-too-high": (
        _("an hour comes to {amount} euro, and may not be above {limit}"),
        _("Check the elements: amounts are in euro per hour, and shares are written like 0.35."),
    ),
    "cost-group-none": (
        _("the costs are about the group “{word}”, but the profile has no groups"),
        _("Add the group under groups."),
    ),
    "cost-group-figure-missing": (
        _("the costs need “{field}” of the group “{id}”"),
        _("Fill it in with the group, or in costs: group:."),
    ),
    "cost-scenario-too-large": (
        _("this scenario has {value} people, and the group “{id}” has room for {limit}"),
        _("Take fewer people, or raise the largest size of the group."),
    ),
    "cost-scenario-order": (
        _("“{field}” goes down from {value} in the scenario “{name}” to {higher} in “{other}”"),
        _("Let low, expected and high go up; what is left out follows from the group."),
    ),
    "cost-nothing": (_("there are no figures about costs here"), _("Run pitchkit cost --ask, or fill in costs in the profile.")),
    "cost-omitted": (_("the profile leaves costs out"), _("Take out the line costs: omit if costs may be told after all.")),
    "cost-no-profile": (_("there is no profile to write the answers in"), _("Run pitchkit init first.")),
    "cost-no-group": (_("the profile has no group to compare"), _("Add a group with an id and a name under groups.")),
    "cost-no-room": (_("the answers do not fit into this file"), _("Put the lines above into it yourself, below costs.")),
    "cost-no-tables-there": (_("a table on the screen has no file"), _("Add --format with one of: {choices}.")),
    "field-open": (_("{document} cannot be final: “{label}” is still open"), _("Fill in {key}.")),
}
TEXTS = ERRORS | WARNINGS
