"""Section II: what the President and others did in the year of the paper, and who answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from accede.paper.tree import Figure, Inline, Paragraph, Section
from accede.reporting.recipes.activities import (
    LOOKED_FOR,
    OTHERS,
    Done,
    addressees,
    answers_to,
    as_sentence,
    by_date,
    further,
    invited_to,
    lead,
    reported_use,
    where_of,
    who,
)
from accede.reporting.recipes.matter import Matter, year_of
from accede.reporting.recipes.prose import Part, Pen, either, listed, spaced, words
from accede.vocabulary.activities import ActivityKind, PressTone
from accede.vocabulary.partial_date import PartialDate, Timing


@dataclass(frozen=True, slots=True)
class Year:
    """The activities of the calendar year of the paper up to its day, in the order of their days.

    Of the `undated` it is not known whether they came before that day or after it.
    """

    matter: Matter
    year: int
    done: tuple[Done, ...]
    undated: tuple[Done, ...]

    def of(self, kind: ActivityKind) -> tuple[Done, ...]:
        """Those of one kind."""
        return tuple(each for each in self.done if each.fact.kind is kind)


def president(matter: Matter, pen: Pen) -> Section:
    """The section."""
    year = year_up_to(matter)
    writers = (_letters, _bilaterals, _working_group, _appeals, _press_releases, _others, _not_recorded)
    paragraphs = [paragraph for write in writers for paragraph in write(year, pen)]
    return Section("II", words("Activities of the President"), tuple(paragraphs))


def year_up_to(matter: Matter) -> Year:
    """The activities of the year of the paper's day, up to that day."""
    register = matter.register
    held = register.counting(register.of_sources(register.activities))
    this_year = [each for each in held if year_of(each.fact.on) == matter.as_of.year]
    this_year.sort(key=lambda each: (each.fact.on.counts_from, each.key))

    def timed(timing: Timing) -> tuple[Done, ...]:
        return tuple(each for each in this_year if register.timing(each.fact.on, each.source) is timing)

    return Year(matter, matter.as_of.year, timed(Timing.HAPPENED), timed(Timing.UNCERTAIN))


def _letters(year: Year, pen: Pen) -> Iterator[Paragraph]:
    """Each round of letters, and who answered it."""
    matter = year.matter
    for letters in year.of(ActivityKind.LETTER_ROUND):
        fact = letters.fact
        parts: list[Part] = [f"{lead(fact.on)}, {who(matter, fact)} wrote to ", addressees(matter, letters)]
        if invited := invited_to(matter, fact):
            parts.append(f", inviting them to {invited}")
        parts += [".", *_replies(year, letters)]
        yield pen.paragraph(*parts)


def _replies(year: Year, letters: Done) -> Iterator[Part]:
    """Who answered in writing."""
    answers = answers_to(year.matter, letters)
    if not answers:
        yield " No written reply is recorded."
        return
    yield f" {either(len(answers), 'A written reply was', 'Written replies were')} received from "
    yield year.matter.listed(answers, answers.__getitem__)
    yield "."


def _bilaterals(year: Year, pen: Pen) -> Iterator[Paragraph]:
    """Whom the President met, those of one date and actor in one sentence; meetings whose States are not named, too."""
    parts: list[Part] = []
    for (on, _), meetings in by_date(year.of(ActivityKind.BILATERAL)).items():
        keys = {iso3: (each.key,) for each in meetings for iso3 in each.fact.towards}
        parts += [" "] if parts else []
        parts.append(f"{lead(on)}, {who(year.matter, meetings[0].fact)} met bilaterally with ")
        if keys:
            parts += [year.matter.listed(keys, lambda iso3, keys=keys: keys[iso3]), "."]  # type: ignore[misc]
        else:
            evidence = tuple(each.key for each in meetings)
            parts += [Figure("some States not party", evidence), ", which the source does not name."]
    if parts:
        yield pen.paragraph(*parts)


def _working_group(year: Year, pen: Pen) -> Iterator[Paragraph]:
    for group in year.of(ActivityKind.WORKING_GROUP):
        name = group.fact.title or "working group on universalization"
        yield pen.paragraph(
            f"{lead(group.fact.on)}, {who(year.matter, group.fact)} convened the ", Figure(name, (group.key,)), "."
        )


def _appeals(year: Year, pen: Pen) -> Iterator[Paragraph]:
    sentences = [_appeal(year, each) for each in year.of(ActivityKind.APPEAL)]
    if sentences:
        yield pen.paragraph(*spaced(sentences))


def _appeal(year: Year, appeal: Done) -> tuple[Inline, ...]:
    fact, matter = appeal.fact, year.matter
    where = where_of(matter, fact)
    whom: Part = matter.listed(fact.towards) if fact.towards else "the States that have not done so"
    return words(
        f"{lead(fact.on)}, {who(matter, fact)} ",
        Figure("appealed", (appeal.key,)),
        " to ",
        whom,
        f" to join the Convention{f', at {where}' if where else ''}.",
    )


def _press_releases(year: Year, pen: Pen) -> Iterator[Paragraph]:
    sentences = [_press_release(year, each) for each in year.of(ActivityKind.PRESS_RELEASE)]
    if sentences:
        yield pen.paragraph(*spaced(sentences))


def _press_release(year: Year, release: Done) -> tuple[Inline, ...]:
    """What a press release did about what."""
    fact, matter = release.fact, year.matter
    parts: list[Part] = [f"{lead(fact.on)}, {who(matter, fact)} issued a ", Figure("press release", (release.key,))]
    if fact.tone is PressTone.CONDEMNATION and fact.about_state:
        parts.append(f" that condemned {reported_use(matter, fact)}.")
    elif fact.tone is PressTone.WELCOME and fact.about_state:
        parts.append(f" that welcomed the step of {matter.in_sentence(fact.about_state)}.")
    else:
        parts.append(f" of {fact.tone.label}" if fact.tone else "")
        parts.append(f", under the title “{fact.title}”" if fact.title else "")
        parts.append(f". {as_sentence(fact.summary)}" if fact.summary else ".")
    return words(*parts)


def _others(year: Year, pen: Pen) -> Iterator[Paragraph]:
    """Visits, workshops, démarches, briefings, calls."""
    sentences = [_other(year, each) for each in year.done if each.fact.kind in OTHERS]
    if sentences:
        yield pen.paragraph(*spaced(sentences))


def _other(year: Year, done: Done) -> tuple[Inline, ...]:
    fact = done.fact
    whom: Part = year.matter.listed(fact.towards, lambda iso3: (done.key,)) if fact.towards else "States not party"
    return words(
        f"{lead(fact.on)}, {who(year.matter, fact)} ",
        Figure(OTHERS[fact.kind], (done.key,)),
        " ",
        whom,
        *further(year.matter, fact),
        ".",
    )


def _not_recorded(year: Year, pen: Pen) -> Iterator[Paragraph]:
    """Of which activities of the year the register holds nothing, or does not know whether they came before the day."""
    held = {each.fact.kind for each in year.done}
    open_kinds = {each.fact.kind for each in year.undated} - held
    until = PartialDate.on_day(year.matter.as_of).wording()
    missing = [label for kind, label in LOOKED_FOR.items() if kind not in held | open_kinds]
    undated = {label: _keys_of(year.undated, kind) for kind, label in LOOKED_FOR.items() if kind in open_kinds}
    parts: list[Part] = []
    if undated:
        names = listed(Figure(label, keys) for label, keys in undated.items())
        parts += [f"Of the {year.year} ", names, f" it is not recorded whether they came before {until}. "]
    if missing:
        parts += [f"For {year.year}, up to {until}, the register holds no record of ", listed(missing, "or of"), "."]
    if parts:
        yield pen.paragraph(*parts)


def _keys_of(done: Iterable[Done], kind: ActivityKind) -> tuple[str, ...]:
    return tuple(each.key for each in done if each.fact.kind is kind)
