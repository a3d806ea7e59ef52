"""The brief on a State in the languages of those who read it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from accede.outreach.letter.brief import brief_in
from accede.outreach.letter.spoken_points import spoken_points
from accede.overview.load import EVERY_KIND, load
from accede.paper.tree import Paragraph, Run, all_sections, text_of
from accede.records.values import View
from accede.reporting.recipes.brief import brief
from accede.reporting.recipes.brief.texts import talking_points
from accede.reporting.render import renderer_for

pytestmark = pytest.mark.usefixtures("register")

OTHERS = ["ar", "es", "fr", "ru", "zh"]
_kept = []


@pytest.fixture
def facts(register):
    """The shipped register, loaded once."""
    if not _kept:
        _kept.append(load(View(as_of=date(2018, 8, 21), known_on=datetime.now(UTC)), "apmbc", *EVERY_KIND))
    return _kept[0]


def test_in_english_it_is_the_brief_there_was(facts):
    assert brief_in(facts, "ARM", "en") == brief(facts, "ARM")


@pytest.mark.parametrize("language", OTHERS)
def test_every_part_is_headed_in_the_language(facts, language):
    document = brief_in(facts, "ARM", language)
    assert (document.kind, document.language) == ("brief", language)
    headings = [text_of(section.heading) for section in all_sections(document)]
    in_french = [text_of(section.heading) for section in all_sections(brief_in(facts, "ARM", "fr"))]
    assert len(headings) == len(in_french) >= 12
    if language in ("ar", "ru", "zh"):
        assert not any(character.isascii() and character.isalpha() for heading in headings for character in heading)
    assert renderer_for(".pdf")(document).startswith(b"%PDF")


@pytest.mark.parametrize("language", OTHERS)
def test_each_talking_point_is_there_in_every_language(language):
    english = talking_points("apmbc")
    spoken = spoken_points("apmbc", language)
    held = {*english.circumstances.values(), *english.positions.values(), *english.standings.values()}
    assert set(spoken) == {*held, english.silent, english.always}
    assert all(point.text and point.basis for point in spoken.values())


def test_talking_points_are_said_in_the_language(facts):
    document = brief_in(facts, "ARM", "fr")
    points = next(each for each in all_sections(document) if text_of(each.heading) == "Éléments de langage")
    told = [text_of(block.inlines) for block in points.blocks if isinstance(block, Paragraph)]
    assert told[0].startswith("Sécurité nationale. Chaque État décide au regard de sa propre sécurité.")
    assert told[-1].startswith("Dans tous les cas. ")


def test_what_is_held_in_english_alone_is_marked_so(facts):
    runs = [
        inline
        for section in all_sections(brief_in(facts, "ARM", "ru"))
        for block in section.blocks
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Run)
    ]
    assert any(run.language == "en" for run in runs)
    for run in runs:
        assert run.language or not any(character.isascii() and character.isalpha() for character in run.text), run
