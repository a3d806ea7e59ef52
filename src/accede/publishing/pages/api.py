"""An introduction to the open API, by examples; the whole of it is described at its own address."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from accede.publishing.addresses import API
from accede.publishing.asked import Asked
from accede.publishing.pages.kind import PageKind
from accede.publishing.tables import TABLES


@dataclass(frozen=True, slots=True)
class Example:
    """A question in words, and the address that answers it."""

    question: str
    address: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """What an answer can be asked, with an example."""

    name: str
    meaning: str
    example: str


@dataclass(frozen=True, slots=True)
class ApiPage:
    """Everything the template prints."""

    title: str
    opening: str
    root: str
    examples: tuple[Example, ...]
    parameters: tuple[Parameter, ...]


def make(asked: Asked) -> ApiPage:
    """The introduction."""
    return ApiPage(
        title=gettext("The open API"),
        opening=gettext("%(tables)s tables answer as JSON, without a key, as of any day and as known on any instant.")
        % {"tables": len(TABLES)},
        root=API,
        examples=tuple(
            Example(question, f"{API}{path}")
            for question, path in (
                (gettext("What is there?"), ""),
                (gettext("Where did every State stand on 21 August 2018?"), "status?as_of=2018-08-21"),
                (gettext("What is held about one State, with its names in six languages?"), "states/MAR"),
                (gettext("What has it said?"), "statements?state=MAR"),
                (gettext("How did it vote?"), "ballots?state=MAR"),
                (gettext("Which meetings did two States attend?"), "attendance?state=ARM,CHN"),
                (gettext("Only these columns, ten rows at a time"), "roll_calls?fields=key,voted&limit=10"),
                (gettext("What is new since a day?"), "statements?changed_since=2026-01-01"),
                (gettext("In another language"), "status?language=fr"),
            )
        ),
        parameters=(
            Parameter(
                "as_of", gettext("The day that is answered: what held by its end. Default: today."), "2018-08-21"
            ),
            Parameter(
                "known_on",
                gettext("What was public by this instant, or by the end of this day in UTC. Default: now."),
                "2026-12-31",
            ),
            Parameter(
                "changed_since",
                gettext("Only rows that differ from what was public by then, and the keys of those that are gone."),
                "2026-01-01",
            ),
            Parameter("fields", gettext("Only these fields, parted by commas."), "key,state"),
            Parameter("language", gettext("Language of the names of States and treaties."), "fr"),
            Parameter("limit", gettext("How many rows at most; “next” is the address of the following ones."), "50"),
        ),
    )


PAGE = PageKind(name="api", route="api/", make=make, has_days=False)
