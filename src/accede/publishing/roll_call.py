"""A roll call as the site names it: in addresses, in headings, and its result in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext

from accede.evidence.values import RollCall
from accede.overview.votes import stated_totals
from accede.publishing.asked import Asked
from accede.publishing.wording import in_thousands, listed, when
from accede.vocabulary.ballots import Ballot, Body

CAST = (Ballot.IN_FAVOUR, Ballot.AGAINST, Ballot.ABSTAINED)
"""The ballots of a result, in the order in which it is announced."""


def key_of(body: Body, session: int) -> str:
    """How addresses name a roll call: plenary-72."""
    return f"{body}-{session}"


def address_of(asked: Asked, body: Body, session: int) -> str:
    """Where the page of a roll call is, in the language and on the day that is read."""
    return asked.to("rollcall", {"key": key_of(body, session)})


def text_of(call: RollCall) -> str:
    """The symbol of what was put to the vote."""
    return call.symbol or call.draft or gettext("the draft resolution")


def name_of(call: RollCall) -> str:
    """UNGA plenary, session 72, 4 December 2017."""
    return gettext("%(body)s, session %(session)s, %(day)s") % {
        "body": gettext(call.body.label),
        "session": call.session,
        "day": when(call.voted),
    }


def counted(ballots: Iterable[Ballot]) -> dict[Ballot, int]:
    """How many of each."""
    number = Counter(ballots)
    return {ballot: number[ballot] for ballot in Ballot}


def result(number: Mapping[Ballot, int], *, also: Iterable[Ballot] = ()) -> str:
    """167 in favour, 0 against and 17 abstained; `also` those that are said where there are any."""
    return totals({each: number[each] for each in (*CAST, *(ballot for ballot in also if number[ballot]))})


def stated(call: RollCall) -> dict[Ballot, int]:
    """The totals that the source gives."""
    return {Ballot(ballot): total for ballot, total in stated_totals(call).items()}


def outcome(call: RollCall, ballots: Iterable[Ballot]) -> str:
    """The result; where no ballot is held the totals that the source states, and else that none is recorded."""
    number = counted(ballots)
    if any(number[ballot] for ballot in (*CAST, Ballot.NOT_PRESENT)):
        return result(number)
    given = stated(call)
    return totals(given) if given else gettext(Ballot.NOT_RECORDED.label)


def totals(number: Mapping[Ballot, int]) -> str:
    """How many of each, in the order given."""
    return listed(
        [
            gettext("%(number)s %(ballot)s") % {"number": in_thousands(found), "ballot": gettext(ballot.label)}
            for ballot, found in number.items()
        ]
    )
