"""A status paper is read whole: each value with its passage, and nothing dropped in silence."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accede.activities.values import Activity
from accede.evidence.values import Attendance, Confirmation, Report, RollCall, Statement
from accede.intake.documents import BY_SUFFIX, read_document
from accede.intake.findings import Certainty, CountKind, GroupKind, Part, StatedCount, StatedGroup
from accede.intake.kind import kind_of
from accede.intake.status_paper import citations
from accede.intake.status_paper.occasions import Occasions
from accede.intake.status_paper.reading import split
from accede.paper.tree import Run, tables
from accede.records.values import View
from accede.register.values import ClaimedStanding, StatusClaim
from accede.reporting.recipes.status_paper import write_status_paper
from accede.reporting.render import RENDERERS
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.errors import InvalidDate, UnknownName, Unreadable
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import Channel, Circumstance, TextKind
from intake_cast import PAPER_OF_2018, SAMPLE, facts, found_in, found_in_file, found_in_text, occasions

day = PartialDate.parse
SAMPLE_TEXT = SAMPLE.read_text(encoding="utf-8")
MATRIX = ["IM2014", "3RC", "IM2015", "14MSP", "IM2016", "15MSP", "IM2017", "16MSP", "IM2018"]


@pytest.fixture
def sample():
    return found_in_file(SAMPLE)


@pytest.fixture
def paper(shared):
    return found_in_file(shared / PAPER_OF_2018)


def said(findings, state: str) -> list[Statement]:
    return [fact for fact in facts(findings, Statement) if fact.state == state]


def attended(findings, claim: ParticipationClaim, basis: AttendanceBasis) -> list[Attendance]:
    return [fact for fact in facts(findings, Attendance) if (fact.claim, fact.basis) == (claim, basis)]


def counts(findings) -> set[tuple[CountKind, int, str]]:
    return {(one.what, one.number, one.as_of.edtf if one.as_of else "") for one in facts(findings, StatedCount)}


def edited(old: str, new: str) -> str:
    assert old in SAMPLE_TEXT
    return SAMPLE_TEXT.replace(old, new)


def refusal(text: str) -> str:
    refused = found_in_text(text).refusal(name="paper.txt")
    assert refused is not None
    return str(refused)


# The head


def test_title_and_day_of_information(sample):
    assert sample.title == "Status of Universalization of the Anti-Personnel Mine Ban Convention"
    assert sample.as_of == day("2018-08-21")
    assert sample.refusal(name="paper") is None


def test_the_numbers_in_the_introduction_have_their_days(sample):
    assert {
        (CountKind.SIGNED, 133, "1997"),
        (CountKind.JOINED, 164, "2018-06-01"),
        (CountKind.OUTSIDE, 33, "2018-08-21"),
    } <= counts(sample)


def test_each_proposal_names_its_place_and_its_words(sample):
    assert all(proposal.locator and proposal.passage is not None for proposal in sample.proposals)
    (working_group,) = (p for p in sample.proposals if getattr(p.fact, "kind", None) is ActivityKind.WORKING_GROUP)
    assert working_group.locator == "section II, paragraph 17"
    assert working_group.passage in SAMPLE_TEXT.replace("*", "")


# Activities


def test_letters_replies_meetings_and_the_working_group(sample):
    told = {(one.kind, one.on.edtf, one.by, one.towards, one.towards_count) for one in facts(sample, Activity)}
    assert told == {
        (ActivityKind.LETTER_ROUND, "2018", "President", (), 33),
        (ActivityKind.REPLY, "2018-05-06", "CHN", (), None),
        (ActivityKind.BILATERAL, "2018", "President", ("LAO",), None),
        (ActivityKind.BILATERAL, "2018", "President", ("SAU",), None),
        (ActivityKind.WORKING_GROUP, "2018-03-27", "President", (), None),
    }


def test_replies_and_confirmations_point_to_the_letters_they_answer(sample):
    reply = next(one for one in facts(sample, Activity) if one.kind is ActivityKind.REPLY)
    (confirmation,) = facts(sample, Confirmation)
    assert reply.reply_to == confirmation.reply_to == "apmbc/letter-round/2018/President"


def activities_of(sentence: str) -> list[Activity]:
    start = "In 2018, the President held bi-lateral meetings with Lao PDR and Saudi Arabia about the steps that could follow."
    return [one for one in facts(found_in_text(edited(start, sentence)), Activity) if one.on.earliest.year == 2020]


def test_an_appeal_names_who_and_where():
    (appeal,) = activities_of(
        "On 26 February 2020, Canada appealed to the States not party to join the Convention, at the Conference on Disarmament."
    )
    assert (appeal.kind, appeal.by, appeal.forum) == (ActivityKind.APPEAL, "CAN", "Conference on Disarmament")
    assert appeal.towards_all_outside


def test_use_in_a_state_is_not_use_by_it():
    (release,) = activities_of(
        "On 1 June 2020, the President issued a press release that condemned the reported use of mines in Libya, "
        "which UNSMIL had reported; it names no user."
    )
    assert (release.kind, release.about_state, release.alleged_by) == (ActivityKind.PRESS_RELEASE, "LBY", "UNSMIL")
    assert release.actor == "unknown"
    assert release.towards == ()


def test_what_the_register_does_not_hold_is_no_activity():
    sentence = "For 2020, the register holds no record of letters to the States not party or of bilateral meetings."
    assert activities_of(sentence) == []


# Prose of section III


def test_the_paragraph_of_reasons_names_its_circumstances(sample):
    groups = [one for one in facts(sample, StatedGroup) if one.about is GroupKind.CIRCUMSTANCE]
    assert [(one.codes, one.how_many) for one in groups] == [
        ((Circumstance.MILITARY_UTILITY,), "some"),
        ((Circumstance.RECIPROCITY,), "some"),
        ((Circumstance.SELF_DEFENCE,), "others"),
        ((Circumstance.LIMITED_RESOURCES,), "a few"),
    ]


def test_reasons_with_how_many_and_which():
    text = edited(
        "Several States told of",
        "- Military utility (2): Cuba and the Islamic Republic of Iran\n\nSeveral States told of",
    )
    group = next(one for one in facts(found_in_text(text), StatedGroup) if one.number == 2)
    assert (group.codes, group.states) == (("military_utility",), ("CUB", "IRN"))


def test_moratoria_and_stockpiles_are_told_of_together(sample):
    groups = {one.about: one for one in facts(sample, StatedGroup)}
    assert groups[GroupKind.MORATORIUM].codes == ("use", "production", "export")
    assert groups[GroupKind.MORATORIUM].how_many == "several"
    assert groups[GroupKind.STOCKPILE].how_many == "few"


def test_reports_by_year(sample):
    told = [(one.state, one.submitted.edtf) for one in facts(sample, Report) if one.submitted]
    assert told == [("MAR", "2018"), ("AZE", "2008"), ("AZE", "2009"), ("LAO", "2011"), ("MNG", "2007")]


def test_a_report_that_is_cited_is_inferred_and_not_counted(sample):
    (cited,) = (p for p in sample.proposals if isinstance(p.fact, Report) and p.fact.covers)
    assert (cited.fact.state, cited.fact.covers, cited.fact.submitted) == ("MAR", day("2016"), None)
    assert cited.certainty is Certainty.INFERRED
    assert sample.found.reports == 5


def test_who_never_took_part(sample):
    (group,) = (one for one in facts(sample, StatedGroup) if one.about is GroupKind.NEVER_TOOK_PART)
    assert (group.states, group.number) == (("UZB",), 1)


def test_prose_without_a_reading_is_listed_with_its_place(sample):
    (unread,) = sample.not_understood
    assert (unread.where, unread.part) == ("section I, paragraph 2", Part.PROSE)
    assert unread.text.startswith("This sample is written for tests")
    assert not unread.forbids_recording


# Tables


def test_the_columns_of_a_vote_may_have_unequal_length(sample):
    (roll_call,) = facts(sample, RollCall)
    assert (roll_call.body, roll_call.session, roll_call.voted) == (Body.FIRST_COMMITTEE, 72, day("2017"))
    assert (roll_call.stated_in_favour, roll_call.stated_abstained, roll_call.stated_not_present) == (6, 2, 1)
    assert dict(roll_call.ballots) == {
        **dict.fromkeys(("AZE", "CHN", "KAZ", "LAO", "MHL", "MAR"), Ballot.IN_FAVOUR),
        **dict.fromkeys(("SYR", "UZB"), Ballot.ABSTAINED),
        "TON": Ballot.NOT_PRESENT,
    }


def test_a_vote_whose_heading_counts_otherwise_is_not_understood():
    assert "the heading says 7 and 6 States stand below it" in refusal(edited("In favour (6)", "In favour (7)"))


def test_a_vote_that_does_not_say_which_it_is_is_not_understood():
    sentence = refusal(edited("2017 UNGA First Committee, vote", "A vote"))
    assert "does not say which vote it is" in sentence


def test_the_header_of_the_matrix_has_two_rows(sample):
    marks = attended(sample, ParticipationClaim.TOOK_PART, AttendanceBasis.TABLE)
    assert len(marks) == sample.found.attendance == 18
    assert [one.occasion for one in marks if one.state == "MAR"] == [key for key in MATRIX if key != "IM2015"]


def test_who_is_in_the_matrix_without_a_mark_did_not_take_part(sample):
    absent = attended(sample, ParticipationClaim.DID_NOT, AttendanceBasis.TABLE)
    assert {one.occasion for one in absent if one.state == "AZE"} == set(MATRIX) - {"16MSP"}
    assert len(absent) == 6 * 9 - 18


def test_who_is_not_in_the_matrix_is_inferred_to_have_been_absent(sample):
    inferred = [p for p in sample.proposals if getattr(p.fact, "basis", None) is AttendanceBasis.INFERRED]
    assert {p.fact.state for p in inferred} == {"MHL", "TON", "UZB"}
    assert len(inferred) == 3 * 9
    assert all(p.certainty is Certainty.INFERRED for p in inferred)


def test_a_mark_of_another_kind_is_not_understood():
    assert "“maybe” is not understood" in refusal(
        edited("Lao PDR\t\t\t\t\t\t\t\t√\t√", "Lao PDR\t\t\t\t\t\t\t\tmaybe\t√")
    )


def test_a_column_of_an_unknown_meeting_is_not_understood():
    assert "“99MSP” is no meeting that is held" in refusal(edited("IM\t14MSP", "IM\t99MSP"))


def test_a_column_under_the_wrong_year_is_not_understood():
    assert "15MSP was not in 2015" in refusal(edited("IM\t14MSP\tIM\t15MSP", "IM\t15MSP\tIM\t14MSP"))


def test_last_participation_and_never(sample):
    last = {one.state: one.occasion for one in attended(sample, ParticipationClaim.LAST, AttendanceBasis.COLUMN)}
    assert last["MAR"] == "IM2018"
    assert last["MHL"] == "9MSP"
    assert len(last) == 8
    assert [one.state for one in attended(sample, ParticipationClaim.NEVER, AttendanceBasis.COLUMN)] == ["UZB"]


@pytest.mark.parametrize(
    ("cell", "occasion"),
    [
        ("12MSP (2012)", "12MSP"),
        ("Third Review Conference (2014)", "3RC"),
        ("12MSP (2012) (The status paper of another year names the 11MSP.)", "12MSP"),
        ("Twelfth Meeting of the States Parties, 2012", "12MSP"),
    ],
)
def test_last_participation_as_our_own_papers_write_it(cell, occasion):
    findings = found_in_text(edited("12MSP in 2012", cell))
    last = {one.state: one.occasion for one in attended(findings, ParticipationClaim.LAST, AttendanceBasis.COLUMN)}
    assert last["TON"] == occasion
    assert findings.refusal(name="paper") is None


def test_a_last_participation_that_is_not_recorded_claims_nothing():
    findings = found_in_text(edited("12MSP in 2012", "Not recorded"))
    assert "TON" not in {one.state for one in facts(findings, Attendance) if one.basis is AttendanceBasis.COLUMN}
    assert findings.refusal(name="paper") is None


def test_a_meeting_in_the_wrong_year_is_not_understood():
    assert "12MSP was not in 2013" in refusal(edited("12MSP in 2012", "12MSP in 2013"))


def test_that_a_state_is_a_signatory_stands_in_its_footnote(sample):
    claims = {one.state: one.standing for one in facts(sample, StatusClaim)}
    assert claims.pop("MHL") is ClaimedStanding.SIGNATORY
    assert set(claims.values()) == {ClaimedStanding.NONE}
    assert set(claims) | {"MHL"} == set(sample.states)


# The entries of the overview


def test_a_sentence_cut_by_a_page_break_is_whole(sample):
    (kazakhstan,) = said(sample, "KAZ")
    assert "where the page ends, in the midst" in kazakhstan.text
    assert (kazakhstan.text[0], kazakhstan.text[-1]) == ("“", "”")
    assert kazakhstan.said == day("2007-03-25/2007-03-27")
    assert kazakhstan.occasion == "Almaty seminar 2007"
    (lao,) = said(sample, "LAO")
    assert "pursuant to Article 7 of its sample" in lao.text
    (marshall_islands,) = said(sample, "MHL")
    assert "with a whole sentence. It then speaks" in marshall_islands.text
    assert marshall_islands.text.endswith("others.\nIt has a last paragraph of its own.”")


def test_paragraphs_under_one_citation_are_one_statement_and_two_citations_are_two(sample):
    report, first, second = said(sample, "MAR")
    assert (report.channel, report.occasion, report.said) == (Channel.REPORT, "", day("[2016-12-31..2018-08-21]"))
    assert first.text.count("\n") == 1
    assert first.citation == second.citation == "Intersessional meetings, 2018"
    assert [one.place for one in (report, first, second)] == [1, 2, 3]


def test_whose_words_a_text_is(sample):
    kinds = {(one.state, one.place): one.text_kind for one in facts(sample, Statement)}
    assert kinds["AZE", 1] is TextKind.QUOTATION
    assert kinds["UZB", 1] is TextKind.QUOTATION
    assert kinds["MAR", 3] is TextKind.REPORTED


def test_the_citation_is_no_part_of_the_text(sample):
    assert all("(16MSP" not in one.text and not one.text.endswith(")") for one in facts(sample, Statement))
    (azerbaijan,) = said(sample, "AZE")
    assert (
        azerbaijan.text
        == "“A first State is glad to be quoted in a sample. (...) It hopes that readers read it whole.”"
    )
    assert (azerbaijan.citation, azerbaijan.said, azerbaijan.occasion) == ("16MSP, 2017", day("2017"), "16MSP")


def test_a_reply_that_nothing_changed_is_a_confirmation_of_the_day_in_its_footnote(sample):
    (confirmation,) = facts(sample, Confirmation)
    assert (confirmation.state, confirmation.said, confirmation.place) == ("CHN", day("2018-05-06"), 2)
    assert confirmation.citation == "Email from the Permanent Mission of China in Geneva, 6 May 2018"
    assert confirmation.text.endswith("unchanged.")


def test_no_official_information_is_no_statement(sample):
    assert sample.without_information == ("SYR", "TON")
    assert said(sample, "SYR") == said(sample, "TON") == []


def test_a_passage_without_a_citation_is_not_understood():
    sentence = refusal(edited("(9MSP, 2008)", ""))
    assert "the passage has no citation" in sentence
    assert "Marshall Islands" in sentence


def test_a_day_that_cannot_be_forbids_recording():
    text = edited(
        "Email from the Permanent Mission of China in Geneva, 6 May 2018", "Email from Geneva, 31 February 2018"
    )
    assert "February 2018 has 28 days" in refusal(text)


@pytest.mark.parametrize("place", ["As of 1 June 2018", "Information as of 21 August 2018", "17.On 27 March 2018"])
def test_a_day_in_prose_that_cannot_be_forbids_recording(place):
    lead = place.rsplit(" ", 3)[0]
    sentence = refusal(edited(place, f"{lead} 31 February 2018"))
    assert "31 February 2018 is not a day" in sentence
    assert sentence.count(". ") == 1


def test_an_unknown_state_forbids_recording_and_is_asked_about():
    findings = found_in_text(edited("\nSyria\tNo official", "\nSyrja\tNo official"))
    refused = findings.refusal(name="paper.txt")
    assert refused is not None
    assert "“Syrja” is not the name of a State" in str(refused)
    assert "Perhaps" in str(refused)
    assert isinstance(findings.not_understood[0].error, UnknownName)


def test_a_state_with_two_rows_is_not_understood():
    assert "Tonga has a second row" in refusal(edited("\nSyria\tNo official", "\nTonga\tNo official"))


# Citations


@pytest.mark.parametrize(
    ("text", "said_on", "occasion", "channel"),
    [
        ("Third Review Conference, 2014", "2014", "3RC", Channel.STATEMENT),
        ("60th UNGA First Committee, 7 October 2005", "2005-10-07", "UNGA60/C1", Channel.STATEMENT),
        (
            "Explanation of vote, UNGA First Committee resolution, 2012",
            "2012",
            "UNGA67/C1",
            Channel.EXPLANATION_OF_VOTE,
        ),
        ("Explanation of vote, UNGA resolution on a subject, 2016", "2016", "UNGA71", Channel.EXPLANATION_OF_VOTE),
        ("Explanations of vote, First Committee, 2010 and 2012", "{2010,2012}", "", Channel.EXPLANATION_OF_VOTE),
        ("Standing Committee on one thing or another, May 2012", "2012-05", "SC May 2012", Channel.STATEMENT),
        ("Standing Committee on one thing or another, 2 June 2008", "2008-06-02", "SC June 2008", Channel.STATEMENT),
        ("Intersessional meetings, 2018", "2018", "IM2018", Channel.STATEMENT),
        ("Signing Conference of a treaty, 4 December 1997", "1997-12-04", "signing conference", Channel.STATEMENT),
        ("Information sent to the ISU, 15 October 2009", "2009-10-15", "", Channel.INFORMATION_SENT),
        ("Response to 16MSP President letter, 31 October 2017", "2017-10-31", "", Channel.RESPONSE_TO_LETTER),
        ("Voluntary Article 7 report covering calendar year 2016", "[2016-12-31..2018-08-21]", "", Channel.REPORT),
        ("Statement, General Assembly, 20 March 2015", "2015-03-20", "UNGA69", Channel.STATEMENT),
        ("16MSP", "2017-12-18/2017-12-21", "16MSP", Channel.STATEMENT),
    ],
)
def test_what_a_citation_tells(text, said_on, occasion, channel):
    citation = citations.read(text, Occasions(occasions()), as_of=day("2018-08-21"))
    assert (citation.said, citation.occasion, citation.channel) == (day(said_on), occasion, channel)


def test_a_citation_without_a_date_is_refused():
    with pytest.raises(InvalidDate, match="has no date"):
        citations.read("A statement somewhere", Occasions(occasions()), as_of=None)


@pytest.mark.parametrize(
    ("passage", "body", "citation"),
    [
        ("Said. (16MSP, 2017)", "Said.", "16MSP, 2017"),
        ("Said. (16MSP, 2017).", "Said.", "16MSP, 2017"),
        ("Said. (...)", "Said. (...)", ""),
        ("It has (as it said) two (2).", "It has (as it said) two (2).", ""),
        ("Said (twice). (Statement (in part), 2 May 2012)", "Said (twice).", "Statement (in part), 2 May 2012"),
        ("Said) without a beginning.", "Said) without a beginning.", ""),
    ],
)
def test_the_last_bracket_is_a_citation_if_it_has_a_date(passage, body, citation):
    assert citations.split((Run(passage),)) == (body, citation)


def test_a_bracket_in_italics_is_a_citation():
    assert citations.split((Run("Said. ("), Run("16MSP", "italic"), Run(")"))) == ("Said.", "16MSP")
    assert citations.split((Run("Said. "), Run("(16MSP)", "italic"))) == ("Said.", "16MSP")


def test_sentences_end_at_full_stops_outside_of_brackets_and_abbreviations():
    assert split("One (see No. 5. Or 6.) two. Three of the Fed. States. “Four.” Five") == [
        "One (see No. 5. Or 6.) two.",
        "Three of the Fed. States.",
        "“Four.”",
        "Five",
    ]


# Papers cut off, and papers that are none


def test_a_paper_with_fewer_states_than_it_announces_is_cut_off():
    assert "it announces 9 States and its table has 8" in refusal(
        SAMPLE_TEXT[: SAMPLE_TEXT.index("Uzbekistan\tA ninth")]
    )


def test_a_paper_without_its_overview_is_cut_off():
    assert "no table of what each State said" in refusal(SAMPLE_TEXT[: SAMPLE_TEXT.index("IV. Information")])


def test_a_paper_whose_last_row_breaks_off_is_cut_off():
    assert "cut off" in refusal(SAMPLE_TEXT[: SAMPLE_TEXT.index("resolution on a sample")])


def test_a_paper_without_one_of_its_footnotes_is_cut_off():
    assert "refers to footnote 5 and does not have them" in refusal(
        edited("⁵ The Marshall Islands are signatory to the Convention.\n", "")
    )


@settings(max_examples=60)
@given(at=st.integers(1, len(SAMPLE_TEXT.rstrip()) - 1))
def test_a_paper_cut_anywhere_is_refused(at):
    cut = SAMPLE_TEXT[:at]
    try:
        refused = found_in_text(cut).refusal(name="paper.txt")
    except Unreadable as error:
        refused = error
    assert refused is not None


def test_another_document_is_no_status_paper():
    with pytest.raises(Unreadable, match="it is not a status paper"):
        found_in_text("I. Some heading\n\nSome text.")


def test_the_presidents_statement_is_no_status_paper(shared):
    path = next((shared / "documents").glob("003_*.txt"))
    assert kind_of(read_document(path)) is None


# Our own papers


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx", ".json"])
def test_a_paper_says_the_same_in_every_format(suffix):
    document = replace(read_document(SAMPLE), kind="status-paper", as_of="2018-08-21")
    written = RENDERERS[suffix](document)
    back = found_in(BY_SUFFIX[suffix](written, name="paper"))
    assert [proposal.fact for proposal in back.proposals] == [p.fact for p in found_in_file(SAMPLE).proposals]
    assert back.refusal(name="paper") is None


@pytest.mark.parametrize("as_of", ["1999-02-28", "2011-12-31", "2018-08-21", "2020-12-31", "2026-11-22"])
def test_every_sentence_of_our_own_papers_is_understood(register, as_of):
    view = View(as_of=date.fromisoformat(as_of), known_on=datetime.now(UTC))
    document = write_status_paper("apmbc", view)
    findings = found_in(BY_SUFFIX[".md"](RENDERERS[".md"](document), name="paper.md"))
    assert [unread.text for unread in findings.not_understood] == []
    assert findings.cut_off == ""
    assert findings.states == tuple(row.iso3 for row in document.overview)


# The published paper of 2018


def test_the_paper_of_2018_is_found_whole(paper):
    found = paper.found
    assert (found.states, found.statements, found.confirmations) == (33, 37, 2)
    assert (found.votes, found.attendance, found.last_participation) == (33, 64, 33)
    assert (found.reports, found.activities) == (5, 8)
    assert paper.as_of == day("2018-08-21")
    assert paper.not_understood == ()
    assert paper.refusal(name="paper") is None


def test_the_numbers_of_the_paper_of_2018(paper):
    assert {
        (CountKind.SIGNED, 133, "1997"),
        (CountKind.JOINED, 164, "2018-06-01"),
        (CountKind.OUTSIDE, 33, "2018-08-21"),
    } <= counts(paper)


def test_the_vote_of_2017(paper):
    (roll_call,) = facts(paper, RollCall)
    cast = [ballot for _, ballot in roll_call.ballots]
    assert [cast.count(one) for one in (Ballot.IN_FAVOUR, Ballot.ABSTAINED, Ballot.NOT_PRESENT)] == [14, 16, 3]
    assert {state for state, ballot in roll_call.ballots if ballot is Ballot.NOT_PRESENT} == {"KGZ", "LBN", "TON"}


def test_the_attendance_of_nine_meetings(paper):
    marks = attended(paper, ParticipationClaim.TOOK_PART, AttendanceBasis.TABLE)
    assert list(dict.fromkeys(sorted((one.occasion for one in marks), key=MATRIX.index))) == MATRIX
    assert len(attended(paper, ParticipationClaim.DID_NOT, AttendanceBasis.TABLE)) == 16 * 9 - 64
    assert len(attended(paper, ParticipationClaim.DID_NOT, AttendanceBasis.INFERRED)) == 17 * 9


def test_the_last_participations_of_2018(paper):
    last = {one.state: one.occasion for one in attended(paper, ParticipationClaim.LAST, AttendanceBasis.COLUMN)}
    assert last["MAR"] == "IM2018"
    assert len(last) == 29
    never = attended(paper, ParticipationClaim.NEVER, AttendanceBasis.COLUMN)
    assert {one.state for one in never} == {"IRN", "PRK", "KOR", "UZB"}


def test_two_states_answered_that_nothing_changed(paper):
    assert {(one.state, one.said.edtf) for one in facts(paper, Confirmation)} == {
        ("CHN", "2018-05-06"),
        ("USA", "2018-05-09"),
    }


def test_five_states_have_no_statement(paper):
    assert set(paper.without_information) == {"BHR", "PRK", "SYR", "TON", "UZB"}
    assert {one.state for one in facts(paper, Statement)} | set(paper.without_information) == set(paper.states)


def test_every_word_of_the_entries_is_kept(paper, shared):
    """What the readers took apart, put together again, is the text of the overview column."""
    (table,) = (one for one in tables(read_document(shared / PAPER_OF_2018)) if one.kind == "overview")
    words = "".join(
        one.text for row in table.rows for p in row.cells[1].paragraphs for one in p.inlines if isinstance(one, Run)
    )
    told = "".join(
        f"{p.fact.text}({p.fact.citation})" if isinstance(p.fact, Statement) else p.fact.text
        for p in paper.proposals
        if isinstance(p.fact, Statement | Confirmation)
    )
    silent = "".join("No official information submitted" for _ in paper.without_information)
    assert sorted(filter(str.isalnum, words)) == sorted(filter(str.isalnum, told + silent))


def test_quotations_are_closed_where_the_paper_closes_them(paper):
    joined = {(one.state, one.place): one.text for one in facts(paper, Statement)}
    for state, place in (("KAZ", 1), ("LAO", 1), ("SGP", 1), ("VNM", 1), ("PAK", 2), ("MHL", 1)):
        text = joined[state, place]
        assert text[0] in '“"'
        assert text[-1] in '”"'
        assert "  " not in text


def test_passages_stand_in_the_paper(paper, shared):
    plain = (shared / PAPER_OF_2018).read_text(encoding="utf-8").replace("*", "")
    for proposal in paper.proposals:
        if isinstance(proposal.fact, Report | Activity) and proposal.certainty is Certainty.READ:
            assert proposal.passage in plain
