"""Section II: what the President and others did in the year of the paper, and who answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from accede.activities.values import Activity
from accede.paper.tree import Figure, Inline, Paragraph, Section
from accede.records.values import Evidence
from accede.reporting.recipes.prose import Part, Pen, capital, either, listed, spaced, words
from accede.reporting.recipes.status_paper.matter import Matter, meeting_words, year_of
from accede.vocabulary.activities import ActivityKind, PressTone
from accede.vocabulary.partial_date import PartialDate, Precision, Timing
from accede.vocabulary.practices import Actor

Done = Evidence[Activity]

LOOKED_FOR = {
    ActivityKind.LETTER_ROUND: "letters to the States not party",
    ActivityKind.BILATERAL: "bilateral meetings",
    ActivityKind.WORKING_GROUP: "meetings of the working group",
    ActivityKind.APPEAL: "appeals in other forums",
    ActivityKind.PRESS_RELEASE: "press releases",
}
"""What a year of the presidency has: where the register holds none of a kind, the paper says so."""


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
        parts: list[Part] = [f"{_lead(fact.on)}, {_who(matter, fact)} wrote to ", _addressees(year, letters)]
        if invited := fact.forum or _invited_to(matter, fact):
            parts.append(f", inviting them to {invited}")
        parts += [".", *_replies(year, letters)]
        yield pen.paragraph(*parts)


def _addressees(year: Year, letters: Done) -> tuple[Inline, ...]:
    fact, matter = letters.fact, year.matter
    if fact.towards_all_outside:
        number = fact.towards_count or matter.counts.outside
        return words("the ", Figure(str(number), (letters.key,)), " States not party")
    if fact.towards:
        return matter.listed(fact.towards, lambda iso3: (letters.key,))
    return words(Figure("States not party", (letters.key,)))


def _invited_to(matter: Matter, fact: Activity) -> str:
    occasion = matter.occasion(fact.occasion) if fact.occasion else None
    return meeting_words(occasion) if occasion else ""


def _replies(year: Year, letters: Done) -> Iterator[Part]:
    """Who answered in writing: replies recorded, and confirmations that answer the round."""
    answers: dict[str, list[str]] = {}
    for each in year.matter.register.counting(year.matter.register.of_sources(year.matter.register.activities)):
        is_reply = each.fact.kind is ActivityKind.REPLY and each.fact.reply_to == letters.key
        if is_reply and year.matter.register.has_happened(each.fact.on, each.source):
            answers.setdefault(each.fact.by, []).append(each.key)
    for iso3, confirmed in year.matter.confirmations.items():
        for confirmation in confirmed:
            if confirmation.fact.reply_to == letters.key:
                answers.setdefault(iso3, []).append(confirmation.key)
    if not answers:
        yield " No written reply is recorded."
        return
    yield f" {either(len(answers), 'A written reply was', 'Written replies were')} received from "
    yield year.matter.listed(answers, lambda iso3: tuple(answers[iso3]))
    yield "."


def _bilaterals(year: Year, pen: Pen) -> Iterator[Paragraph]:
    """Whom the President met, those of one date in one sentence; meetings whose States are not named, too."""
    parts: list[Part] = []
    for on, meetings in _by_date(year.of(ActivityKind.BILATERAL)).items():
        keys = {iso3: (each.key,) for each in meetings for iso3 in each.fact.towards}
        parts += [" "] if parts else []
        parts.append(f"{_lead(on)}, {_who(year.matter, meetings[0].fact)} met bilaterally with ")
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
            f"{_lead(group.fact.on)}, {_who(year.matter, group.fact)} convened the ", Figure(name, (group.key,)), "."
        )


def _appeals(year: Year, pen: Pen) -> Iterator[Paragraph]:
    sentences = [_appeal(year, each) for each in year.of(ActivityKind.APPEAL)]
    if sentences:
        yield pen.paragraph(*spaced(sentences))


def _appeal(year: Year, appeal: Done) -> tuple[Inline, ...]:
    fact, matter = appeal.fact, year.matter
    occasion = matter.occasion(fact.occasion) if fact.occasion else None
    if occasion is not None and occasion.treaty:
        where = f", at {meeting_words(occasion)}"
    else:
        where = f", at {_with_article(fact.forum)}" if fact.forum else ""
    whom: Part = matter.listed(fact.towards) if fact.towards else "the States that have not done so"
    return words(
        f"{_lead(fact.on)}, {_who(matter, fact)} ",
        Figure("appealed", (appeal.key,)),
        " to ",
        whom,
        f" to join the Convention{where}.",
    )


def _press_releases(year: Year, pen: Pen) -> Iterator[Paragraph]:
    sentences = [_press_release(year, each) for each in year.of(ActivityKind.PRESS_RELEASE)]
    if sentences:
        yield pen.paragraph(*spaced(sentences))


def _press_release(year: Year, release: Done) -> tuple[Inline, ...]:
    """What a press release did about what. Use in a State is never said to be use by it."""
    fact, matter = release.fact, year.matter
    state = matter.in_sentence(fact.about_state) if fact.about_state else ""
    parts: list[Part] = [f"{_lead(fact.on)}, {_who(matter, fact)} issued a ", Figure("press release", (release.key,))]
    if fact.tone is PressTone.CONDEMNATION and state:
        parts.append(f" that condemned the reported use of {fact.weapon or 'anti-personnel mines'} in {state}")
        parts.append(f", which {fact.alleged_by} had reported" if fact.alleged_by else "")
        parts.append("; no user is named." if fact.actor is Actor.UNKNOWN else ".")
    elif fact.tone is PressTone.WELCOME and state:
        parts.append(f" that welcomed the step of {state}.")
    else:
        parts.append(f" of {fact.tone.label}" if fact.tone else "")
        parts.append(f", under the title “{fact.title}”" if fact.title else "")
        parts.append(f". {_sentence(fact.summary)}" if fact.summary else ".")
    return words(*parts)


def _sentence(summary: str) -> str:
    """A summary as a sentence; one that begins with its verb is given a subject."""
    first = summary.partition(" ")[0]
    return (
        f"It {summary[0].lower()}{summary[1:]}"
        if first in ("Asks", "Calls", "Regrets", "Urges", "Welcomes")
        else summary
    )


def _others(year: Year, pen: Pen) -> Iterator[Paragraph]:
    """Visits, workshops, démarches and briefings."""
    kinds = (ActivityKind.VISIT, ActivityKind.WORKSHOP, ActivityKind.DEMARCHE, ActivityKind.BRIEFING)
    sentences = [_other(year, each) for each in year.done if each.fact.kind in kinds]
    if sentences:
        yield pen.paragraph(*spaced(sentences))


def _other(year: Year, done: Done) -> tuple[Inline, ...]:
    fact = done.fact
    verbs = {
        ActivityKind.VISIT: "visited",
        ActivityKind.WORKSHOP: "held a workshop with",
        ActivityKind.DEMARCHE: "made a démarche to",
        ActivityKind.BRIEFING: "briefed",
    }
    whom: Part = year.matter.listed(fact.towards, lambda iso3: (done.key,)) if fact.towards else "States not party"
    return words(f"{_lead(fact.on)}, {_who(year.matter, fact)} ", Figure(verbs[fact.kind], (done.key,)), " ", whom, ".")


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


def _by_date(done: Iterable[Done]) -> dict[PartialDate, list[Done]]:
    found: dict[PartialDate, list[Done]] = {}
    for each in done:
        found.setdefault(each.fact.on, []).append(each)
    return found


def _lead(on: PartialDate) -> str:
    """A date at the beginning of a sentence: "On 27 March 2018", "In 2018", "Between ...", "Since 2018"."""
    if on.precision in (Precision.BETWEEN, Precision.OPEN):
        return capital(on.wording())
    is_of_days = on.precision is Precision.DAY or (on.precision is Precision.INTERVAL and len(on.edtf) == 21)
    return f"{'On' if is_of_days else 'In'} {on.wording()}"


def _who(matter: Matter, fact: Activity) -> str:
    """Who acted, as a sentence names it."""
    if len(fact.by) == 3 and fact.by in matter.standings:
        return matter.in_sentence(fact.by)
    return fact.by if fact.by.startswith("Special Envoy") else _with_article(fact.by)


def _with_article(name: str) -> str:
    return name if name.startswith("the ") else f"the {name}"
