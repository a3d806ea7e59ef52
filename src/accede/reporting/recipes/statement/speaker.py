"""What helps the speaker and is not read out: how long it takes, and what the register does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accede.paper.tree import Figure, Inline, Paragraph, Section, paragraph_text
from accede.reporting.recipes.activities import LOOKED_FOR
from accede.reporting.recipes.prose import either, items, listed, words
from accede.reporting.recipes.statement.engagement import last_votes
from accede.reporting.recipes.statement.matter import Spoken, spoken_name
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.ballots import BEFORE_SESSIONS
from accede.vocabulary.partial_date import PartialDate

WORDS_A_MINUTE = 100
"""At about this pace interpreters can follow a statement that is read out."""


def minutes(paragraphs: Sequence[Paragraph]) -> float:
    """How long the paragraphs take to read out, in minutes, to the next half."""
    halves = -(-2 * len(paragraph_text(tuple(paragraphs)).split()) // WORDS_A_MINUTE)
    return halves / 2


def speaking_time(said: Sequence[Paragraph]) -> Paragraph:
    """The note above the statement."""
    count = len(paragraph_text(tuple(said)).split())
    time = f"{minutes(said):g}".replace(".5", "½")
    unit = "minute" if minutes(said) <= 1 else "minutes"
    return Paragraph(
        words(
            f"Not read out: {count:,} words. At about {WORDS_A_MINUTE} words a minute, which leaves time for "
            f"interpretation, about {time} {unit} (an estimate)."
        ),
        kind="note",
    )


def to_the_speaker(spoken: Spoken) -> Section:
    """What stands open, one item a question."""
    lines = [*_undated(spoken), *_missing(spoken), *_unnamed(spoken), *_standings(spoken), *_votes(spoken)]
    lead = "The statement is silent on what follows; check it, or leave it out." if lines else "Nothing stands open."
    return Section("", words("For the speaker, not to be read out"), (Paragraph(words(lead)), *items(lines)))


def _missing(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    """Of which kinds of activity nothing is held."""
    held = {each.fact.kind for each in (*spoken.done, *spoken.undated)}
    missing = [label for kind, label in LOOKED_FOR.items() if kind not in held]
    if missing:
        lead = f"Since {spoken_name(spoken.since.fact)}, the" if spoken.since else "The"
        yield words(f"{lead} register holds no record of ", listed(missing, "or of"))


def _undated(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    day = PartialDate.on_day(spoken.matter.as_of).wording()
    for each in spoken.undated:
        label = Figure(each.fact.kind.label, (each.key,))
        yield words(
            "Of this it is not recorded whether it came before ", f"{day}: ", label, f", {each.fact.on.wording()}"
        )


def _unnamed(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    keys = tuple(each.key for each in spoken.of(ActivityKind.BILATERAL) if not each.fact.towards)
    if keys:
        yield words("The source of the ", Figure("bilateral meetings", keys), " does not name the States")


def _standings(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    """Of whom the dates held leave the standing open."""
    for iso3, found in spoken.matter.standings.items():
        if found.is_uncertain and found.effects:
            name = Figure(spoken.matter.in_sentence(iso3), found.evidence)
            yield words("The standing of ", name, f" is open. {found.why.rstrip('.')}")


def _votes(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    """The sessions since the last roll call that is held, and what the last one leaves open."""
    found = last_votes(spoken)
    last = max((each.answer.session for each in found), default=None)
    if last is None:
        yield words("The register holds no roll call on the yearly resolution by that day")
        return
    years = [str(year) for year in range(last + BEFORE_SESSIONS + 1, spoken.matter.as_of.year + 1)]
    if years:
        sessions = either(len(years), "session", "sessions")
        began = words(f"Of the {sessions} of the General Assembly that began in ", listed(years))
        yield words(began, ", the register does not hold how they voted")
    for each in found:
        states = [conflict.iso3 for conflict in each.conflicts]
        if states:
            names = spoken.matter.listed(states, lambda iso3, key=each.evidence.key: (key,))  # type: ignore[misc]
            body = f"{each.answer.body.label}, session {each.answer.session}"
            yield words("On ", names, f" the records of the vote ({body}) contradict each other")
