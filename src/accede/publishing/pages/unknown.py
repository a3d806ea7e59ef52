"""What we do not know of a State, in sentences as plain as those about what we know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accede.overview.dossier import DossierFound
from accede.overview.gaps import Gap
from accede.publishing.sentences import capital, state
from accede.publishing.wording import counted
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.practices import Question


def unknown(found: DossierFound, gap: Gap, as_of: date) -> Iterator[str]:
    """A sentence for each thing that is not held; "did not" is never said of what is merely not recorded."""
    answer = found.answer
    name = capital(state(answer.iso3))
    if found.standing is not None and found.standing.is_uncertain:
        yield f"Its standing is uncertain. {found.standing.why}"
    if gap.none:
        yield f"{name} has made no statement that we hold."
    elif gap.age_years is not None and gap.age_years >= 1:
        years = int(gap.age_years)
        yield f"Its last statement that we hold is more than {counted(years, 'year')} old."
    unanswered = [_asked(question) for question, spoken in gap.questions.items() if spoken is None]
    if unanswered:
        yield f"We hold no word of its own on {_listed(unanswered)}."
    if gap.checked_on is None:
        yield "Nobody has recorded a search for news of it."
    if not found.participation.is_recorded:
        yield "Whether it has ever taken part in a meeting is not recorded."
    unrecorded = [vote for vote in answer.votes if vote.ballot is Ballot.NOT_RECORDED]
    if unrecorded:
        sessions = ", ".join(f"{vote.session} ({vote.body.label})" for vote in unrecorded)
        yield f"How it voted is not recorded for {counted(len(unrecorded), 'vote')}: sessions {sessions}."
    if not answer.reports:
        yield "We hold no record of a transparency report."


def _asked(question: Question) -> str:
    if question is Question.REASONS:
        return "its reasons for staying outside"
    return f"a {question.label}" if question in (Question.MORATORIUM, Question.STOCKPILE) else question.label


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
