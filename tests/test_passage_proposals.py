"""A passage of a source proposes State, day, occasion, way and codes, each with the words that tell it."""

import pytest

from accede.intake.documents import document_of
from accede.intake.ground import Ground
from accede.intake.kind import shipped_treaties
from accede.intake.passage_proposals import PassageProposals, Setting, proposals
from accede.intake.places import PlaceKind, places_of, take, text_of_places
from accede.intake.prose.circumstances import codes_of
from accede.intake.prose.triggers import triggered
from accede.records.values import Source
from accede.vocabulary.errors import Refused
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import SourceGrade, SourceKind
from accede.vocabulary.state_names import shipped_names
from accede.vocabulary.statements import Channel, CodeKind, TextKind
from intake_cast import occasions

SPEECH = """Statement by Morocco

Sixteenth Meeting of the States Parties, Vienna, 19 December 2017

Mr President, my delegation shares the humanitarian aims of the Convention.

We hope that Algeria and others will follow. Our accession is only deferred until the conflict over our territory ends.

We will destroy what is left by 2019."""
PRESS = """Envoy visits the region

Geneva, 4 May 2021 – The Special Envoy ended his visit today.

Azerbaijan told the President in March 2021 that it would submit a voluntary report.

“We never used mines”, said Ambassador Ana Silva of Cuba."""
TABLE = """State\tPosition
Armenia\tArmenia supports the goals and principles (60th UNGA First Committee, 7 October 2005)
Cuba\tCuba cannot renounce the use of mines (...) (Explanation of vote, UNGA First Committee, 4 November 2014)"""


def setting(text: str, name: str = "source.txt", **of_source) -> Setting:
    document = document_of(text.encode(), name=name)
    told = {"title": "", "kind": SourceKind.STATEMENT, "grade": SourceGrade.OFFICIAL, "treaty": "apmbc"} | of_source
    ground = Ground(names=shipped_names(), occasions=occasions(), treaties=shipped_treaties(), treaty="apmbc")
    return Setting(Source(**told), document, places_of(document), ground, treaty="apmbc")


def proposed(at: Setting, words: str) -> PassageProposals:
    number = next(place.number for place in at.places if words in place.text)
    return proposals(at, take(at.places, number, number))


def codes(found: PassageProposals) -> set[tuple[str, str]]:
    return {(str(code.kind), code.code) for code in found.codes}


def test_a_speech_tells_whose_it_is_and_when():
    found = proposed(setting(SPEECH), "my delegation")
    assert found.state.value == "MAR"
    assert found.state.because == "Statement by Morocco"
    assert found.occasion.value == "16MSP"
    assert found.said.value == PartialDate.parse("2017-12-19")
    assert found.said.because == "19 December 2017"
    assert (found.channel.value, found.text_kind.value) == (Channel.STATEMENT, TextKind.QUOTATION)
    assert ("position", "supports_humanitarian_objectives") in codes(found)


def test_another_state_that_is_named_is_told_and_not_taken():
    found = proposed(setting(SPEECH), "Algeria")
    assert found.state.value == "MAR"
    assert found.other_states == ("DZA",)


def test_a_condition_has_its_target_and_a_step_its_day():
    at = setting(SPEECH)
    condition = next(code for code in proposed(at, "deferred").codes if code.kind is CodeKind.CONDITION)
    assert condition.code == "unresolved_conflict"
    assert "conflict over our territory" in condition.target
    assert ("step", "target_date") in codes(proposed(at, "by 2019"))


def test_what_is_known_of_the_source_goes_before_what_it_says():
    at = setting(SPEECH, issued=PartialDate.parse("2017-12-20"), occasion="16MSP", title="Speech of 20 December")
    found = proposed(at, "my delegation")
    assert found.said.value == PartialDate.parse("2017-12-20")
    assert found.citation.value == "Speech of 20 December, 20 December 2017"


def test_reported_words_tell_their_day_and_their_state():
    at = setting(PRESS, kind=SourceKind.PRESS, grade=SourceGrade.PRESS)
    found = proposed(at, "Azerbaijan")
    assert (found.state.value, found.text_kind.value) == ("AZE", TextKind.REPORTED)
    assert found.said.value == PartialDate.parse("2021-03")
    assert codes(found) == {("step", "voluntary_report")}
    assert proposed(at, "never used").state.value == "CUB"


def test_a_row_of_an_overview_tells_its_state_and_its_citation():
    at = setting(TABLE, kind=SourceKind.STATUS_PAPER, grade=SourceGrade.ORGAN)
    found = proposed(at, "goals and principles")
    assert found.state.value == "ARM"
    assert (found.occasion.value, found.said.value) == ("UNGA60/C1", PartialDate.parse("2005-10-07"))
    assert found.citation.value == "60th UNGA First Committee, 7 October 2005"
    assert found.text == "Armenia supports the goals and principles"
    vote = proposed(at, "renounce")
    assert (vote.state.value, vote.channel.value) == ("CUB", Channel.EXPLANATION_OF_VOTE)
    assert vote.text.endswith("(...)")


@pytest.mark.parametrize(
    ("kind", "title", "channel"),
    [
        (SourceKind.CORRESPONDENCE, "Re: your letter", Channel.RESPONSE_TO_LETTER),
        (SourceKind.CORRESPONDENCE, "Note verbale", Channel.INFORMATION_SENT),
        (SourceKind.REPORT, "Article 7 report", Channel.REPORT),
        (SourceKind.VOTE_RECORD, "Explanation of vote", Channel.EXPLANATION_OF_VOTE),
        (SourceKind.STATEMENT, "Speech", Channel.STATEMENT),
    ],
)
def test_the_way_follows_from_the_source(kind, title, channel):
    assert proposed(setting("We have no stockpile.", kind=kind, title=title), "stockpile").channel.value is channel


def test_nothing_is_proposed_that_nothing_tells():
    found = proposed(setting("The weather was fine."), "weather")
    assert (found.state, found.said, found.occasion, found.citation, found.codes) == (None, None, None, None, ())


def test_a_passage_is_words_of_the_source_with_those_around_it():
    places = setting(SPEECH).places
    taken = take(places, 4, 4, "Our accession  is only\ndeferred")
    assert taken.prefix.endswith("others will follow. ")
    assert taken.suffix.startswith(" until the conflict")
    assert taken.locator == "paragraph 4"
    assert take(places, 3, 4).exact == text_of_places(places[2:4])
    for first, last, words in ((4, 4, "Our accession is certain"), (0, 1, ""), (3, 2, ""), (1, 99, "")):
        with pytest.raises(Refused):
            take(places, first, last, words)


def test_paragraphs_are_numbered_and_tell_where_they_stand():
    places = setting(f"# Title\n\n## II. Positions\n\n{TABLE}", "paper.md").places
    assert [place.number for place in places] == list(range(1, len(places) + 1))
    assert places[-1].kind is PlaceKind.PROSE or places[-1].kind is PlaceKind.CELL
    assert len({place.anchor for place in places}) == len(places)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("We intend to accede in the coming years", ("position", "committed_to_accede")),
        ("Our position on the Convention has not changed", ("position", "policy_unchanged")),
        ("The appropriate forum is another one", ("position", "prefers_other_forum")),
        ("We fully support the goals of the Convention", ("position", "supports_aims")),
        ("My country cannot support a ban", ("position", "opposed")),
        ("We observe the provisions in practice", ("position", "adheres_in_practice")),
        ("Our country has long land borders", ("circumstance", "long_borders")),
        ("There are no viable alternatives to landmines", ("circumstance", "no_alternatives")),
        ("Financial constraints keep us from it", ("circumstance", "limited_resources")),
        ("A review of policy is under way: an internal review", ("circumstance", "review_under_way")),
        ("We ceased production in 1996", ("step", "production_ceased")),
        ("We no longer use such mines", ("step", "use_ceased")),
        ("All stockpiles were destroyed", ("step", "stockpile_destroyed")),
        ("We do not have any stockpile", ("step", "no_stockpile")),
        ("We have never exported mines", ("step", "never_exported")),
        ("Our army has a stockpile of 2,000 mines", ("step", "stockpile_declared")),
        ("We submitted a voluntary report", ("step", "voluntary_report")),
        ("We hope to complete it by the end of 2027", ("step", "target_date")),
    ],
)
def test_words_trigger_a_code(words, code):
    found = {(str(one.kind), one.code): one.trigger for one in triggered(words)}
    assert code in found
    assert found[code] in words


@pytest.mark.parametrize(
    "words", ["", "The meeting opened at ten.", "Thank you, Mr President.", "We thank Norway for its leadership."]
)
def test_courtesies_trigger_nothing(words):
    assert triggered(words) == ()


@pytest.mark.shared
def test_the_codes_people_gave_to_the_paper_are_proposed_nearly_all(shared):
    import csv
    from importlib.resources import files

    from accede.evidence.values import Statement
    from intake_cast import facts, found_in_file

    said = {
        (one.state, one.place): one.text
        for one in facts(found_in_file(shared / "documents" / "000_144bfe5992db99ac.txt"), Statement)
    }
    given: dict[tuple[str, int], set[tuple[str, str]]] = {}
    for row in csv.DictReader((files("accede") / "data" / "statement_codes.csv").read_text("utf-8").splitlines()):
        _, state, _, place = row["statement"].split("/")
        given.setdefault((state, int(place)), set()).add((row["kind"], row["code"]))
    right = wanted = told = 0
    for at, people in given.items():
        ours = {(str(code.kind), code.code) for code in triggered(said[at])}
        right, wanted, told = right + len(people & ours), wanted + len(people), told + len(ours)
    assert right / wanted > 0.9
    assert right / told > 0.75


@pytest.mark.parametrize("words", ["never or ", "never used, ", "destroyed its ", "until "])
def test_a_text_without_end_is_looked_through_all_the_same(words):
    assert len(triggered(words * (20_000 // len(words)))) < 5
    assert len(list(codes_of(words * (20_000 // len(words))))) < 5
