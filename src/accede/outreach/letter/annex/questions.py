"""The questions that are open, chosen from what is not known: few, the weightiest first, none that is answered already."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from accede.outreach.letter.address import meeting_told
from accede.outreach.letter.annex.matter import Annexed
from accede.outreach.letter.lines import told
from accede.outreach.letter.texts import letter_words
from accede.overview.conditions import ConditionStanding, conditions
from accede.overview.gaps import is_old
from accede.paper.tree import Paragraph, Section
from accede.publishing.pages.unknown import unspoken
from accede.publishing.wording import language, parted, when
from accede.register.values import Occasion
from accede.reporting.recipes.prose import letter, words
from accede.vocabulary.standings import Standing
from accede.vocabulary.statements import CodeKind, Position


def questions(matter: Annexed, invited: tuple[Occasion, ...]) -> Section:
    """The part: lettered, so that an answer can name each."""
    asked = list(_asked(matter, invited))
    items = tuple(Paragraph(words(*told(each)), f"({letter(at)})", "item") for at, each in enumerate(asked))
    return Section("", told(gettext("Questions")), items)


def _asked(matter: Annexed, invited: tuple[Occasion, ...]) -> Iterator[str]:
    words_ = letter_words(language()).questions
    stands, gap = matter.dossier.standing, matter.gap
    standing = stands.standing if stands else None
    if standing is Standing.WITHDRAWN:
        yield words_["withdrawn"]
    if gap.none:
        yield words_["silent"]
    elif gap.said_on and is_old(gap, matter.register.view.as_of):
        yield words_["old"].format(day=when(gap.said_on))
    yield from _promised(matter)
    for question in unspoken(matter.dossier, matter.gap):
        yield words_[question]
    if any(each.topic not in matter.register.choices for each in matter.dossier.answer.conflicts):
        yield words_["conflict"]
    if not matter.dossier.answer.reports and not (standing and standing.has_joined):
        yield words_["report"]
    if invited:
        yield words_["meeting"].format(meeting=parted(meeting_told(each, language()) for each in invited))
    yield words_["contact"]


def _promised(matter: Annexed) -> Iterator[str]:
    """What it announced and has not come about: a time that has passed, a commitment to join."""
    words_ = letter_words(language()).questions
    for each in conditions(matter.register):
        if each.iso3 == matter.iso3 and each.standing is ConditionStanding.EXPIRED and each.code.expires:
            yield words_["expired"].format(day=when(each.said.said_on), expires=when(each.code.expires))
            return
    stands = matter.dossier.standing
    if stands is not None and stands.standing.has_joined:
        return
    for item in matter.dossier.answer.statements:
        if any(code.kind is CodeKind.POSITION and code.code == Position.COMMITTED_TO_ACCEDE for code in item.codes):
            yield words_["commitment"].format(day=when(item.said_on))
            return
