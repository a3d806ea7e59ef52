"""How States outside take part in the work of the Convention: meetings, reports, moratoria, votes with body and day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from accede.evidence.rules import is_own_claim
from accede.overview.occasions import key_of
from accede.overview.votes import VotesFound, roll_calls, votes
from accede.paper.tree import Figure, Inline, Paragraph
from accede.reporting.recipes.matter import Keys, year_of
from accede.reporting.recipes.prose import Part, Pen, either, listed, spaced, spelled, typographic, words
from accede.reporting.recipes.statement.matter import Spoken, spoken_name
from accede.reporting.recipes.status_paper.aims import ACCEPTANCE, states_by_code
from accede.reporting.recipes.status_paper.participation import is_complete
from accede.reporting.recipes.status_paper.reports import reports_submitted
from accede.reporting.recipes.status_paper.votes import is_whole
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.partial_date import Precision
from accede.vocabulary.practices import Claim, PracticeKind
from accede.vocabulary.statements import Circumstance, CodeKind

BODIES = {Body.FIRST_COMMITTEE: "the First Committee of the General Assembly", Body.PLENARY: "the General Assembly"}


def engagement(spoken: Spoken, pen: Pen) -> Iterator[Paragraph]:
    """What they say, what they do, how they vote: one paragraph each; what is not recorded is not spoken of."""
    for part in (_views(spoken), [*_moratoria(spoken), *_meetings(spoken), *_reports(spoken)], _votes(spoken)):
        sentences = list(part)
        if sentences:
            yield Paragraph(spaced(sentences))


def _views(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    """How many have accepted the aims, how many give circumstances, and which is given most often."""
    matter = spoken.matter
    accepted = _by_state(states_by_code(matter, CodeKind.POSITION, ACCEPTANCE).values())
    if accepted:
        told = (
            f" {either(len(accepted), 'has', 'have')} at some time accepted its aims or norms in an official statement."
        )
        yield words("Of the States outside the Convention, ", _number(accepted), told)
    circumstances = states_by_code(matter, CodeKind.CIRCUMSTANCE, Circumstance)
    stated = _by_state(circumstances.values())
    if stated:
        most = max(circumstances, key=lambda each: len(circumstances[each]))
        often = words(typographic(most.label), " (", _number(circumstances[most]), ")")
        yield words(
            "Circumstances for remaining outside have been stated by ", _number(stated), ", most often ", often, "."
        )


def _by_state(found: Iterable[Mapping[str, Keys]]) -> dict[str, Keys]:
    """The States of all codes together, each with its evidence."""
    joined: dict[str, Keys] = {}
    for states in found:
        for iso3, keys in states.items():
            joined[iso3] = (*joined.get(iso3, ()), *keys)
    return joined


def _number(states: Mapping[str, Keys]) -> Figure:
    keys = dict.fromkeys(key for found in states.values() for key in found)
    return Figure(spelled(len(states)), tuple(keys))


def _moratoria(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    matter = spoken.matter
    stated: dict[str, Keys] = {}
    for each in matter.practices:
        fact = each.fact
        is_stated = fact.kind is PracticeKind.MORATORIUM and fact.claim is Claim.HAS and is_own_claim(fact)
        if is_stated and fact.state in matter.outside:
            stated[fact.state] = (*stated.get(fact.state, ()), each.key)
    if stated:
        told = (
            f" {either(len(stated), 'states', 'state')} a moratorium on the use, production, export, import or transfer"
        )
        yield words("Among them, ", _number(stated), told, " of anti-personnel mines.")


def _meetings(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    """Who took part in the meetings since the last one: the number where the record is whole, else who is named."""
    matter = spoken.matter
    for key in matter.attendance.answer.occasions:
        occasion = matter.occasion(key)
        if occasion is None or occasion.starts is None or occasion.starts.counts_from <= spoken.since_day:
            continue
        there: dict[str, Keys] = {
            iso3: (found.attended[key].key,)
            for iso3, found in matter.attendance.states.items()
            if key in found.attended
        }
        is_here = spoken.meeting is not None and key == key_of(spoken.meeting)
        at = "this meeting" if is_here else spoken_name(occasion)
        if is_complete(matter, key):
            number = _number(there) if there else Figure("none", _absent(spoken, key))
            yield words(f"In {at}, ", number, " of the States outside took part.")
        elif there:
            names = matter.named(there, there.__getitem__)
            yield words(f"In {at}, ", names, f" {either(len(there), 'is', 'are')} recorded as taking part.")


def _absent(spoken: Spoken, key: str) -> Keys:
    return tuple(found.absent[key].key for found in spoken.matter.attendance.states.values() if key in found.absent)


def _reports(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    """Voluntary reports of the years spoken of."""
    matter = spoken.matter
    years = range(max(spoken.since_day.year + 1, matter.as_of.year - 1), matter.as_of.year + 1)
    given, _ = reports_submitted(matter)
    for year in years:
        by_year = {iso3: found[year] for iso3, found in given.items() if year in found}
        if by_year:
            names = matter.listed(by_year, by_year.__getitem__)
            told = either(
                len(by_year), " submitted a voluntary Article 7 report", " submitted voluntary Article 7 reports"
            )
            yield words(f"In {year}, ", names, told, ".")


def last_votes(spoken: Spoken) -> tuple[VotesFound, ...]:
    """The roll calls of the last session of which every ballot of those outside is held, in the order of their days."""
    held = [topic.counts for topic in roll_calls(spoken.register)]
    whole = [each.fact for each in held if is_whole(spoken.matter, each)]
    newest = max((fact.session for fact in whole), default=0)
    last = [votes(spoken.register, fact.body, fact.session, "outside") for fact in whole if fact.session == newest]
    return tuple(sorted(last, key=lambda each: each.answer.on))


def _votes(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    for found in last_votes(spoken):
        yield _vote(spoken, found)


def _vote(spoken: Spoken, found: VotesFound) -> tuple[Inline, ...]:
    """Body, day and text; the totals as the source states them; how those outside voted."""
    answer, key = found.answer, (found.evidence.key,)
    day = (
        answer.on.wording() if answer.on.precision is Precision.DAY else f"{year_of(answer.on) or answer.on.wording()}"
    )
    lead = f"{'On' if answer.on.precision is Precision.DAY else 'In'} {day}, {BODIES[answer.body]} voted on "
    parts: list[Part] = [lead, "the resolution on the implementation of the Convention"]
    if answer.resolution:
        parts += [" (", Figure(answer.resolution, key), ")"]
    is_of_all = sum(answer.stated.values()) > len(spoken.matter.outside)  # a paper may count those outside alone
    if is_of_all and {Ballot.IN_FAVOUR, Ballot.ABSTAINED} <= answer.stated.keys():
        against = answer.stated.get(Ballot.AGAINST, 0)
        numbers = [
            words(Figure(str(answer.stated[Ballot.IN_FAVOUR]), key), " States in favour"),
            words(Figure(spelled(against) if against else "none", key), " against"),
            words(Figure(str(answer.stated[Ballot.ABSTAINED]), key), " abstaining"),
        ]
        parts += [": ", listed(numbers)]
    in_favour, abstained, against = len(answer.in_favour), len(answer.abstained), len(answer.against)
    own = [words(Figure(spelled(in_favour) if in_favour else "none", key), " voted in favour")]
    own += [words(Figure(spelled(abstained), key), " abstained")] if abstained else []
    own += [words(Figure(spelled(against), key), " voted against")] if against else []
    return words(*parts, ". Of the States outside the Convention, ", listed(own), ".")
