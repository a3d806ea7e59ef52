"""The brief on a State for a bilateral meeting in any of the six languages; in English `reporting.recipes.brief` writes it.

Made of the parts of a letter's annex, on a register that may show what is for the presidency; and of what is not for the State:
what was done towards it, on what it says that joining depends, talking points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date
from itertools import islice

from django.utils.translation import gettext, gettext_noop, override

from accede.outreach.letter.annex.attended import attended
from accede.outreach.letter.annex.matter import Annexed, annexed
from accede.outreach.letter.annex.practices import practices
from accede.outreach.letter.annex.questions import questions
from accede.outreach.letter.annex.said import said
from accede.outreach.letter.annex.sources import sources
from accede.outreach.letter.annex.standing import standing
from accede.outreach.letter.annex.unknown import unknown
from accede.outreach.letter.annex.votes import votes
from accede.outreach.letter.lines import told
from accede.outreach.letter.spoken_points import spoken_points
from accede.overview.conditions import Condition, ConditionStanding, conditions
from accede.overview.register import Register
from accede.paper.tree import Document, Masthead, Paragraph, Run, Section
from accede.publishing import sentences
from accede.publishing.codes import code_words
from accede.publishing.wording import bracketed, day, headed, held, language, listed, name, parted, when
from accede.reporting.recipes.brief import KIND, brief
from accede.reporting.recipes.brief.matter import briefed
from accede.reporting.recipes.brief.points import chosen_points
from accede.reporting.recipes.brief.texts import Point
from accede.reporting.recipes.prose import Part, typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.languages import Language
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.punctuation import marks
from accede.vocabulary.standings import Standing
from accede.vocabulary.statements import Circumstance, Position

WHY = {"No word held": gettext_noop("No word held"), "In any case": gettext_noop("In any case")}
"""What calls for a point where it is no label of the vocabulary."""
_LABELS = {capital(typographic(each.label)): each.label for kind in (Circumstance, Position, Standing) for each in kind}
"""By how `chosen_points` words what called for a point, the label that is translated."""
ROOM = 2300
"""So many characters of statements fit on its pages."""
MOST = 6
"""So many of the things done towards a State are told, the newest first."""


def brief_in(
    register: Register,
    iso3: str,
    spoken: str,
    *,
    since: str = "",
    treaty_names: Mapping[str, str] | None = None,
    symbol: str = "",
    dated: date | None = None,
) -> Document:
    """The brief on a State in a language; `since` is for the English one alone. Raises UnknownName for the State."""
    if spoken == Language.ENGLISH:
        return brief(register, iso3, since=since, treaty_names=treaty_names, symbol=symbol, dated=dated)
    with override(spoken):
        matter = replace(annexed(register, iso3), room=ROOM, is_close=True)
        found = matter.dossier
        parts = (standing, said, _depends, practices, votes, attended, _reports, _towards, unknown)
        sections = [part(matter) for part in parts]
        asked = questions(matter, ())
        sections += [asked, _points(register, matter.iso3), _treaties(matter, treaty_names or {}), sources(matter)]
        title = told(matter.name)
        stands = sentences.standing(found, register.view.as_of)
        subtitle = words(*told(stands), " ", *told(sentences.last_word(found)))
        head = _masthead(register, spoken, symbol, dated)
    return Document(
        kind=KIND,
        language=spoken,
        masthead=head,
        title=title,
        subtitle=subtitle,
        sections=tuple(section for section in sections if section is not None),
        as_of=register.view.as_of.isoformat(),
        known_on=register.view.known_on.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
    )


def _masthead(register: Register, spoken: str, symbol: str, dated: date | None) -> Masthead:
    asked = register.view.known_on.astimezone(UTC).date()
    on = dated or (asked if register.view.as_of == asked else None)
    return Masthead(
        organ=typographic(register.treaty.names[Language(spoken)].formal),
        meeting=gettext("Brief for a bilateral meeting"),
        agenda_item=gettext("For the presidency; not for distribution"),
        symbol=symbol,
        dated=day(PartialDate.on_day(on)) if on else "",
    )


def _depends(matter: Annexed) -> Section | None:
    """On what it says that joining depends, and who names it in theirs."""
    every = conditions(matter.register)
    own = [each for each in every if each.iso3 == matter.iso3]
    others = dict.fromkeys(each.iso3 for each in every if matter.iso3 in each.waits_for)
    blocks = [matter.entry(told(_condition(each)), source=each.said.evidence.source, evidence=each.key) for each in own]
    if others:
        named = gettext("Named in the conditions of: %(states)s.") % {"states": listed([name(each) for each in others])}
        blocks.append(matter.plain(named))
    return Section("", told(gettext("On what joining depends")), tuple(blocks)) if blocks else None


def _condition(each: Condition) -> str:
    stands = gettext(each.standing.label)
    if each.standing is ConditionStanding.EXPIRED and each.code.expires:
        stands = gettext("the time given for it (%(day)s) has passed") % {"day": when(each.code.expires)}
    what = headed(capital(code_words(each.code)), held(typographic(each.code.target)))
    return f"{what}{bracketed(parted([when(each.said.said_on), stands]))}"


def _towards(matter: Annexed) -> Section | None:
    """What was done towards it, the newest first."""
    done = islice(matter.dossier.answer.activities, MOST)
    blocks = tuple(
        matter.entry(
            told(headed(when(each.on), gettext(each.kind.label))),
            *((" ", Run(each.summary or each.title, language="en")) if each.summary or each.title else ()),
            source=each.source,
            evidence=each.evidence,
        )
        for each in done
    )
    return Section("", told(gettext("Done towards it")), blocks) if blocks else None


def _points(register: Register, iso3: str) -> Section:
    """The talking points, each with what called for it; one that is held in English alone is marked as such."""
    chosen = chosen_points(briefed(register, iso3, "", {}))
    spoken = spoken_points(register.treaty.key, language())
    blocks = tuple(_point(spoken.get(point), point, why, keys) for point, why, keys in chosen)
    if not blocks:
        blocks = (Paragraph(told(gettext("No talking points are held for this treaty."))),)
    return Section("", told(gettext("Talking points")), blocks)


def _point(said: Point | None, point: Point, why: str, keys: tuple[str, ...]) -> Paragraph:
    own, other = said or point, "" if said else "en"
    lead = gettext(WHY[why]) if why in WHY else capital(gettext(_LABELS.get(why, why)))
    inlines = (
        Run(f"{lead}{marks(language()).stop} ", "bold"),
        Run(typographic(own.text), language=other),
        Run(marks(language()).opens),
        Run(own.basis, "italic", other),
        Run(marks(language()).closes),
    )
    return Paragraph(inlines, kind="item", evidence=keys)


def _treaties(matter: Annexed, names: Mapping[str, str]) -> Section | None:
    """Where it stands towards other treaties, as lists have it."""
    parts: list[Part] = []
    for each in matter.dossier.answer.other_treaties:
        called = names.get(each.treaty, each.treaty.upper())
        line = words(*told(sentences.other_treaty(each, held(called))), *matter.mark((each.source, each.evidence)))
        parts += [" ", line] if parts else [line]
    return Section("", told(gettext("Other treaties")), (Paragraph(words(*parts)),)) if parts else None


def _reports(matter: Annexed) -> Section | None:
    """Transparency reports, one after the other."""
    parts: list[Part] = []
    for each in matter.dossier.answer.reports:
        line = words(*told(sentences.report(each)), *matter.mark((each.source, each.evidence)))
        parts += [" ", line] if parts else [line]
    return Section("", told(gettext("Transparency reports")), (Paragraph(words(*parts)),)) if parts else None
