"""Who changed how it votes, and when: from each vote to the next one that is recorded of the State, in both bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext, ngettext

from accede.overview.ballot_history import BallotChange, HeldVote, held_votes
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.facets import Facet, Narrowed, by_state, labels, narrowed
from accede.publishing.pages.kind import PageKind
from accede.publishing.regions import region, regions
from accede.publishing.roll_call import address_of, text_of
from accede.publishing.wording import day, when
from accede.vocabulary.ballots import Ballot, Body


@dataclass(frozen=True, slots=True)
class Held:
    """A change with the vote it shows in, and what it is narrowed by."""

    change: BallotChange
    vote: HeldVote
    region: str

    @property
    def year_before(self) -> str:
        """The year of the vote it is compared with."""
        return str(self.vote.before[self.change.iso3].call.fact.voted.counts_from.year)


@dataclass(frozen=True, slots=True)
class ChangedVote:
    """A State and how it voted before and then."""

    iso3: str
    name: str
    before: str
    year_before: str
    after: Ballot
    after_label: str


@dataclass(frozen=True, slots=True)
class InVote:
    """The changes that show in one roll call."""

    name: str
    text: str
    address: str
    changes: tuple[ChangedVote, ...]


@dataclass(frozen=True, slots=True)
class VoteChangesPage:
    """Everything the template prints."""

    title: str
    opening: str
    narrowed: Narrowed[Held]
    votes: tuple[InVote, ...]
    all: int


def make(asked: Asked) -> VoteChangesPage:
    """All changes by a day, newest first."""
    regions_of = {each.fact.iso3: region(each.fact) for each in asked.register.states}
    held = [
        Held(change, vote, regions_of.get(change.iso3, ""))
        for vote in reversed(held_votes(asked.register))
        for change in vote.changes()
    ]
    kept = narrowed(held, _facets(held), asked)
    return VoteChangesPage(
        title=gettext("Changed votes"),
        opening=_opening(asked, held, kept),
        narrowed=kept,
        votes=tuple(
            _in_vote(asked, list(of_vote)) for _, of_vote in groupby(kept.rows, lambda each: each.vote.topic.counts.key)
        ),
        all=len(held),
    )


def _opening(asked: Asked, held: Sequence[Held], kept: Narrowed[Held]) -> str:
    number, states = len(kept.rows), len({each.change.iso3 for each in kept.rows})
    said: dict[str, object] = {"number": number, "states": states, "day": day(asked.as_of), "all": len(held)}
    if kept.chosen:
        said["words"] = kept.words
        told = ngettext(
            "%(number)s of %(all)s changes fits, as of %(day)s. %(words)s.",
            "%(number)s of %(all)s changes fit, as of %(day)s. %(words)s.",
            number,
        )
        return told % said
    told = ngettext(
        "%(states)s State has changed how it votes, %(times)s in all, as of %(day)s.",
        "%(states)s States have changed how they vote, %(times)s in all, as of %(day)s.",
        states,
    )
    said["times"] = ngettext("%(number)s time", "%(number)s times", number) % {"number": number}
    return told % said


def _facets(held: Sequence[Held]) -> tuple[Facet[Held], ...]:
    return (
        by_state({each.change.iso3 for each in held}, lambda each: each.change.iso3),
        Facet("region", gettext("Region"), regions(), lambda each: (each.region,)),
        Facet("body", gettext("Body"), labels(Body), lambda each: (each.change.body,)),
        Facet("now", gettext("Voted then"), labels(Ballot), lambda each: (each.change.after,)),
    )


def _in_vote(asked: Asked, held: Sequence[Held]) -> InVote:
    call = held[0].vote.call
    return InVote(
        name=gettext("%(day)s, %(body)s") % {"day": when(call.voted), "body": gettext(call.body.label)},
        text=text_of(call),
        address=address_of(asked, call.body, call.session),
        changes=tuple(
            ChangedVote(
                iso3=each.change.iso3,
                name=sentences.name(each.change.iso3),
                before=gettext(each.change.before.label),
                year_before=each.year_before,
                after=each.change.after,
                after_label=gettext(each.change.after.label),
            )
            for each in held
        ),
    )


PAGE = PageKind(
    name="vote-changes",
    route="votes/changes/",
    make=make,
    filters=frozenset({"state", "region", "body", "now"}),
)
