"""What we do not know of a State, in sentences as plain as those about what we know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext, ngettext

from accede.overview.dossier import DossierFound
from accede.overview.gaps import Gap
from accede.publishing.sentences import subject, uncertain
from accede.publishing.wording import listed
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.practices import Question


def unknown(found: DossierFound, gap: Gap, as_of: date) -> Iterator[str]:
    """A sentence for each thing that is not held; "did not" is never said of what is merely not recorded."""
    answer = found.answer
    if found.standing is not None and found.standing.is_uncertain:
        yield gettext("Its standing is uncertain. %(why)s") % {"why": uncertain(found.standing)}
    if gap.none:
        yield gettext("%(state)s has made no statement that we hold.") % {"state": subject(answer.iso3)}
    elif gap.age_years is not None and gap.age_years >= 1:
        years = int(gap.age_years)
        yield ngettext(
            "Its last statement that we hold is more than %(years)s year old.",
            "Its last statement that we hold is more than %(years)s years old.",
            years,
        ) % {"years": years}
    yield from unanswered(found, gap)
    if gap.checked_on is None:
        yield gettext("Nobody has recorded a search for news of it.")
    if not found.participation.is_recorded:
        yield gettext("Whether it has ever taken part in a meeting is not recorded.")
    yield from votes(found)
    if not answer.reports:
        yield gettext("We hold no record of a transparency report.")
    if not answer.other_treaties:
        yield gettext("We hold no list that says where it stands towards other treaties.")


def unspoken(found: DossierFound, gap: Gap) -> list[Question]:
    """The questions to which it has not spoken; why it stays outside is not asked of one that joined."""
    has_joined = found.standing is not None and found.standing.standing.has_joined
    return [
        question
        for question, spoken in gap.questions.items()
        if spoken is None and not (has_joined and question is Question.REASONS)
    ]


def unanswered(found: DossierFound, gap: Gap) -> Iterator[str]:
    """One sentence on all questions to which it has not spoken, where there are any."""
    if never := [_asked(question) for question in unspoken(found, gap)]:
        yield gettext("We hold no word of its own on these questions: %(questions)s.") % {"questions": listed(never)}


def votes(found: DossierFound) -> Iterator[str]:
    """A sentence for each body in which a vote of it is not recorded."""
    for body in Body:
        sessions = [
            str(vote.session)
            for vote in reversed(found.answer.votes)
            if vote.body is body and vote.ballot is Ballot.NOT_RECORDED
        ]
        if sessions:
            yield ngettext(
                "How it voted in the %(body)s is not recorded for one session: %(sessions)s.",
                "How it voted in the %(body)s is not recorded for %(number)s sessions: %(sessions)s.",
                len(sessions),
            ) % {"body": gettext(body.label), "number": len(sessions), "sessions": listed(sessions)}


def _asked(question: Question) -> str:
    return gettext("its reasons for staying outside") if question is Question.REASONS else gettext(question.label)
