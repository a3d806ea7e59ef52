"""People's words in a paper: at fixed places, with live figures, kept from year to year, cleared and sealed as they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from accede.accounts.actor import Actor
from accede.accounts.policy import Role
from accede.overview.load import EVERY_KIND, load
from accede.paper.canonical import tree_hash
from accede.paper.tree import Figure, Run, all_sections, paragraph_text, text_of
from accede.records import kept, release
from accede.records.models import Event
from accede.records.reference import Reference
from accede.records.reviewing import Stage, stages, waiting
from accede.records.values import View
from accede.reporting import export
from accede.reporting.checker import names_of
from accede.reporting.checker.find import claims_of
from accede.reporting.composition.clear import clear, cleared, take_back
from accede.reporting.composition.compose import composed, paper
from accede.reporting.composition.held import blocks_of, edition_held, editions_of, plans
from accede.reporting.composition.plan import begin, change
from accede.reporting.composition.returned import returned, taken_over
from accede.reporting.composition.seal_cleared import seal_cleared
from accede.reporting.composition.write_prose import write_prose
from accede.reporting.edition import edition_key, rebuild
from accede.reporting.recipes.live import FIGURES, Live
from accede.reporting.recipes.matter import matter
from accede.reporting.recipes.places import OF_STATUS_PAPER, Place, paragraphs_of
from accede.reporting.recipes.status_paper import status_paper
from accede.reporting.values import PaperPlan
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName
from accede.vocabulary.papers import Fold, PaperKind
from accede.vocabulary.partial_date import PartialDate
from recipe_cast import on

DRAFTER, SECOND, CLEARER, PUBLISHER, MEMBER = (
    Actor(name, frozenset({role}))
    for name, role in (
        ("dora", Role.DRAFTER),
        ("sami", Role.REVIEWER),
        ("clara", Role.CLEARER),
        ("paul", Role.PUBLISHER),
        ("mia", Role.MEMBER),
    )
)
CUT_OFF = date(2018, 8, 21)


def planned(meeting: str = "17MSP", as_of: str = "2018-08-21", **further: object) -> PaperPlan:
    plan = PaperPlan(
        treaty="apmbc",
        paper=PaperKind.STATUS,
        fold=Fold.RELEASED,
        as_of=PartialDate.parse(as_of),
        language="en",
        meeting=meeting,
    )
    return replace(plan, **further)


@pytest.fixture
def key(register: None) -> str:
    return begin(DRAFTER, planned())


def written(key: str, **texts: str) -> None:
    held = blocks_of(key)
    prose = {Place(place): text for place, text in texts.items()}
    write_prose(DRAFTER, key, prose, expected_versions={place: held[place].version for place in prose if place in held})


def test_a_paper_without_words_is_the_same_to_the_byte(register):
    held = on(CUT_OFF)
    assert tree_hash(status_paper(held)) == tree_hash(paper(planned(dated=None), held, {}))
    assert tree_hash(status_paper(held)) == tree_hash(status_paper(held, prose={Place.VOTES: ()}, meeting="17MSP"))


def test_words_stand_numbered_at_the_beginning_of_their_place(register):
    held = on(CUT_OFF)
    document = paper(planned(), held, {place: f"Words for {place.label}." for place in OF_STATUS_PAPER})
    opening = [text_of(section.blocks[0].inlines) for section in all_sections(document) if section.number]
    assert opening == [f"Words for {place.label}." for place in OF_STATUS_PAPER]
    numbers = [
        block.number for section in all_sections(document) for block in section.blocks if getattr(block, "number", "")
    ]
    paragraphs = [int(number) for number in numbers if number.isdigit()]
    assert paragraphs == list(range(1, len(paragraphs) + 1))
    assert document.sections[4].number == "V"


@pytest.mark.parametrize("live", list(Live))
def test_each_figure_is_computed_with_its_evidence(register, live):
    figure = FIGURES[live](matter(on(CUT_OFF), "17MSP"))
    assert figure is not None
    assert figure.text
    assert figure.evidence or live in (Live.AS_OF, Live.SILENT, Live.WITHDRAWN)  # absence rests on no record


def test_a_figure_named_in_braces_is_bound_to_its_evidence(register):
    document = paper(planned(), on(CUT_OFF), {Place.INTRODUCTION: "So far {joined} joined, {{not}} {outside}."})
    block = document.sections[0].blocks[0]
    assert text_of(block.inlines) == "So far 164 joined, {not} 33."
    assert [inline.text for inline in block.inlines if isinstance(inline, Figure)] == ["164", "33"]
    assert all(inline.evidence for inline in block.inlines if isinstance(inline, Figure))


@pytest.mark.parametrize("text", ["{joinde}", "{}", "{ joined", "joined }"])
def test_a_name_that_stands_for_no_figure_is_refused_with_the_list(key, text):
    with pytest.raises(UnknownName, match=r"\{joined\}, \{outside\}"):
        written(key, introduction=text)


def test_a_figure_that_the_dates_leave_open_is_refused(register):
    plan = planned("23MSP", "2026-11-22")
    with pytest.raises(Refused, match="in_force"):
        paper(plan, on("2026-11-22"), {Place.INTRODUCTION: "{in_force}"})


def test_paragraphs_are_parted_by_an_empty_line():
    assert paragraphs_of("One\nline.\n\n\n Two. \n  \nThree") == ("One line.", "Two.", "Three")


def test_words_are_versions_that_nobody_overwrites_unseen(key):
    written(key, introduction="First.")
    write_prose(SECOND, key, {Place.INTRODUCTION: "Second."}, expected_versions={Place.INTRODUCTION: 1})
    with pytest.raises(Refused, match="sami wrote"):
        write_prose(DRAFTER, key, {Place.INTRODUCTION: "Third."}, expected_versions={Place.INTRODUCTION: 1})
    block = blocks_of(key)[Place.INTRODUCTION]
    assert (block.version, block.fact.text, block.key) == (2, "Second.", f"{key}/introduction")


def test_what_was_not_changed_makes_no_version(key):
    written(key, introduction="First.\r\n")
    assert write_prose(SECOND, key, {Place.INTRODUCTION: "First."}, expected_versions={}) == ()


def test_a_new_year_begins_with_the_words_of_the_year_before(key):
    written(key, introduction="As every year.", votes="")
    following = begin(SECOND, planned("18MSP", "2020-11-20"))
    block = blocks_of(following)[Place.INTRODUCTION]
    assert (block.fact.text, block.fact.taken_from) == ("As every year.", f"{key}/introduction")
    written(following, introduction="As last year.")
    assert blocks_of(following)[Place.INTRODUCTION].fact.taken_from == f"{key}/introduction"
    assert blocks_of(key)[Place.INTRODUCTION].fact.text == "As every year."


@pytest.mark.parametrize("actor", [MEMBER, PUBLISHER])
def test_only_who_may_record_plans_and_writes(key, actor):
    with pytest.raises(NotAllowed):
        begin(actor, planned("18MSP", "2020-11-20"))
    with pytest.raises(NotAllowed):
        write_prose(actor, key, {Place.VOTES: "Words."}, expected_versions={})


def test_members_read_no_paper_in_work(key):
    assert plans(MEMBER, "apmbc") == ()
    with pytest.raises(NotAllowed):
        composed(MEMBER, key)


def test_the_plan_of_a_paper_changes_but_for_what_it_is_of(key):
    change(DRAFTER, key, planned(symbol="APLC/MSP.17/2018/X"), expected_version=1)
    assert composed(DRAFTER, key).document.masthead.symbol == "APLC/MSP.17/2018/X"
    with pytest.raises(Refused, match="dora changed"):
        change(SECOND, key, planned(symbol="other"), expected_version=1)
    with pytest.raises(Refused, match="another paper"):
        change(SECOND, key, planned("18MSP"), expected_version=2)


def test_what_is_cleared_is_sealed_by_another_and_counts_as_accepted(key):
    written(key, conclusions="{joined} States have joined.")
    with pytest.raises(Refused, match="not cleared"):
        seal_cleared(PUBLISHER, key)
    for actor in (DRAFTER, PUBLISHER):
        with pytest.raises(NotAllowed):
            clear(actor, key, content=composed(actor, key).content)
    clear(CLEARER, key, content=composed(CLEARER, key).content)
    with pytest.raises(NotAllowed):
        seal_cleared(CLEARER, key)
    both = Actor("clara", frozenset({Role.CLEARER, Role.PUBLISHER}))
    with pytest.raises(Refused, match="two persons"):
        seal_cleared(both, key)
    edition = seal_cleared(PUBLISHER, key)
    assert "164 States have joined." in paragraph_text(rebuild(edition).sections[4].blocks)
    reference = Reference("edition", edition_key(edition), 1)
    assert stages([reference])[reference].stage is Stage.ACCEPTED
    assert release.release(PUBLISHER, [reference]) == 1
    assert [each.key for each in editions_of(key)] == [edition_key(edition)]
    public = View(as_of=CUT_OFF, known_on=Event.objects.order_by("-id")[0].recorded_at, public=True)
    assert edition_held(public, edition_key(edition)).fact == edition


def test_a_paper_for_everybody_is_not_sealed_from_what_is_only_accepted(key):
    change(DRAFTER, key, planned(fold=Fold.ACCEPTED), expected_version=1)
    clear(CLEARER, key, content=composed(CLEARER, key).content)
    with pytest.raises(Refused, match="not from what is released"):
        seal_cleared(PUBLISHER, key)


def test_what_changed_since_it_was_cleared_is_shown_and_not_sealed(key):
    written(key, conclusions="One word.")
    clear(CLEARER, key, content=composed(CLEARER, key).content)
    assert cleared(composed(DRAFTER, key)).holds
    written(key, conclusions="Another word.")
    found = cleared(composed(DRAFTER, key))
    assert [(each.before, each.after) for each in found.changes] == [("One word.", "Another word.")]
    with pytest.raises(Refused, match="changed since"):
        seal_cleared(PUBLISHER, key)
    written(key, conclusions="One word.")
    assert cleared(composed(DRAFTER, key)).holds


def test_what_was_read_is_what_is_cleared(key):
    read = composed(CLEARER, key).content
    written(key, conclusions="Written meanwhile.")
    with pytest.raises(Refused, match="changed while you read"):
        clear(CLEARER, key, content=read)


def test_a_clearance_can_be_taken_back(key):
    clear(CLEARER, key, content=composed(CLEARER, key).content)
    take_back(CLEARER, key, reason="Wait for the reply of a State.")
    assert cleared(composed(CLEARER, key)) is None
    clear(CLEARER, key, content=composed(CLEARER, key).content)
    assert cleared(composed(CLEARER, key)).clearance.version == 2


def test_papers_in_work_are_neither_reviewed_nor_released_nor_exported(key, tmp_path):
    written(key, conclusions="Nobody outside reads this yet.")
    clear(CLEARER, key, content=composed(CLEARER, key).content)
    assert waiting(Stage.PENDING) == []
    with pytest.raises((NotAllowed, Refused)):
        release.release(PUBLISHER, [Reference("proseblock", f"{key}/conclusions", 1)])
    resources = export.export(tmp_path / "out", known_on=Event.objects.order_by("-id")[0].recorded_at)
    assert not {each.path for each in resources} & {"papers.csv", "prose_blocks.csv", "clearances.csv"}
    assert not any(b"Nobody outside" in (tmp_path / "out" / each.path).read_bytes() for each in resources)


def test_a_changed_copy_goes_back_into_the_words_with_its_figures(register):
    held = on(CUT_OFF)
    prose = {Place.INTRODUCTION: "So far {joined} States have joined.\n\nThe rest stays.", Place.VOTES: "Thanks."}
    plan = planned()
    document = paper(plan, held, prose)
    changed = {
        "So far 164 States have joined.": "By now, 164 States have {joined}.",
        "Thanks.": "Thanks to all.",
    }
    copy = _with_texts(document, changed)
    found = returned(document, copy, prose, matter(held, "17MSP"), prose)
    assert [(each.place, each.at, each.text) for each in found] == [
        (Place.INTRODUCTION, 0, "By now, {joined} States have {{joined}}."),
        (Place.VOTES, 0, "Thanks to all."),
    ]
    chosen = [(found[0].place, found[0].at, found[0].text)]
    assert taken_over(prose, chosen) == {
        Place.INTRODUCTION: "By now, {joined} States have {{joined}}.\n\nThe rest stays."
    }


def test_a_change_in_words_that_are_others_by_now_is_not_taken_over_by_itself(register):
    held, prose = on(CUT_OFF), {Place.VOTES: "Thanks."}
    document = paper(planned(), held, prose)
    copy = _with_texts(document, {"Thanks.": "Thanks to all."})
    found = returned(document, copy, prose, matter(held, "17MSP"), {Place.VOTES: "Nothing is said here any more."})
    assert [(each.place, each.is_late, each.text) for each in found] == [(Place.VOTES, True, "")]


def test_a_changed_fact_is_a_hint_with_what_it_rests_on(register):
    held = on(CUT_OFF)
    document = paper(planned(), held, {})
    first = text_of(document.sections[0].blocks[0].inlines)
    found = returned(document, _with_texts(document, {first: first.replace("164", "163")}), {}, matter(held), {})
    assert [each.place for each in found] == [None]
    assert any(key.startswith("apmbc/") for key in found[0].evidence)


@pytest.mark.parametrize(
    ("plan", "key"),
    [
        (planned(paper=PaperKind.STATEMENT, meeting="18MSP", as_of="2020-11-20"), "apmbc/statement/18MSP/en"),
        (planned(paper=PaperKind.BRIEF, state="MMR", fold=Fold.ACCEPTED), "apmbc/brief/MMR/2018-08-21/en"),
        (planned(paper=PaperKind.COMPARISON, start="16MSP"), "apmbc/comparison/16MSP..2018-08-21/en"),
        (planned(paper=PaperKind.PLAN, plan="maputo"), "apmbc/plan/maputo/2018-08-21/en"),
        (planned(paper=PaperKind.HANDOVER, fold=Fold.ACCEPTED), "apmbc/handover/2018-08-21/en"),
        (planned(paper=PaperKind.KIT, state="MNG"), "apmbc/kit/MNG/2018-08-21/en"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)  # fmt: skip
def test_every_kind_of_paper_is_planned_cleared_and_sealed(register, plan, key):
    assert begin(DRAFTER, plan) == key
    clear(CLEARER, key, content=composed(CLEARER, key).content)
    edition = seal_cleared(PUBLISHER, key)
    assert kept.read("editions", edition.tree_sha256)
    held = editions_of(key)[0]
    assert held.classification is plan.paper.classification


def test_a_paper_read_again_while_it_is_written_says_the_same(register):
    held, seen = on(CUT_OFF), {}
    names = names_of("apmbc", held.view)
    for text in ("As of 21 August 2018, 160 States have joined.", "164 States have joined.\n\n33 remain outside."):
        document = paper(planned(), held, {Place.INTRODUCTION: text})
        again = claims_of(document, names, CUT_OFF, is_asked=True, seen=seen)
        assert list(again) == list(claims_of(document, names, CUT_OFF, is_asked=True))


def test_a_statement_opens_and_closes_with_the_words_of_its_speaker(register):
    held = load(View(as_of=date(2020, 11, 20), known_on=on(CUT_OFF).view.known_on), "apmbc", *EVERY_KIND)
    plan = planned("18MSP", "2020-11-20", paper=PaperKind.STATEMENT)
    spoken = paper(plan, held, {Place.OPENING: "Excellencies.", Place.CLOSING: "I thank you."}).sections[0].blocks
    assert (text_of(spoken[1].inlines), text_of(spoken[-1].inlines)) == ("Excellencies.", "I thank you.")


def _with_texts(document, changed: dict[str, str]):
    """The paper as somebody edited it: paragraphs with these texts say something else."""

    def edited(section):
        return replace(
            section,
            blocks=tuple(
                replace(block, inlines=(Run(changed[text]),))
                if hasattr(block, "inlines") and (text := text_of(block.inlines)) in changed
                else block
                for block in section.blocks
            ),
            sections=tuple(map(edited, section.sections)),
        )

    return replace(document, sections=tuple(map(edited, document.sections)))
