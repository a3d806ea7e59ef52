"""The status paper as the register writes it: what it says on a day, what it says it does not know, what each part rests on."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest

from accede.accounts.actor import operator
from accede.evidence.models import StatementVersion
from accede.evidence.supersede import supersede
from accede.evidence.values import RollCall
from accede.intake.accept import accept
from accede.intake.compare import Verdict
from accede.intake.documents import read_document
from accede.intake.propose import propose
from accede.overview.load import load
from accede.paper.canonical import tree_hash
from accede.paper.sound import refuse_unsound
from accede.paper.tree import Document, FootnoteMark, Table, all_sections, paragraph_text, tables, text_of
from accede.records.current import current
from accede.records.values import View
from accede.reporting.recipes.matter import sources_of
from accede.reporting.recipes.prose import typographic
from accede.reporting.recipes.status_paper import NEEDS, status_paper, write_status_paper
from accede.reporting.render import renderer_for
from accede.reporting.sources_annex import evidence_in
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.state_names import shipped_names
from accede.vocabulary.statements import TextKind
from evidence_cast import PAPER, view

TODAY = "2026-11-23"


@cache
def paper(day: str, *sources: str) -> Document:
    """The paper of the shipped register, which is the same in every test."""
    return write_status_paper("apmbc", view(day, set(sources)))


def register_on(day: str):
    return load(view(day), "apmbc", *NEEDS)


def section(document: Document, number: str) -> str:
    """The text of a section's own paragraphs, one a line."""
    found = next(one for one in all_sections(document) if one.number == number)
    return "\n".join(text_of(block.inlines) for block in found.blocks if not isinstance(block, Table))


def table(document: Document, kind: str) -> Table | None:
    return next((one for one in tables(document) if one.kind == kind), None)


def columns(found: Table) -> dict[str, list[str]]:
    heads = [paragraph_text(cell.paragraphs) for cell in found.header[-1].cells]
    cells = [[paragraph_text(row.cells[at].paragraphs) for row in found.rows] for at in range(len(heads))]
    return {head: [text for text in texts if text] for head, texts in zip(heads, cells, strict=True)}


def row(document: Document, iso3: str) -> list[str]:
    found = table(document, "overview")
    assert found is not None
    cells = next(one.cells for one in found.rows if one.key == iso3)
    return [paragraph_text(cell.paragraphs) for cell in cells]


def footnote(document: Document, number: int) -> str:
    return paragraph_text(document.footnotes[number - 1].paragraphs)


def said_by(document: Document, iso3: str) -> list[tuple[str, str]]:
    data = next(one for one in document.overview if one.iso3 == iso3)
    return [(entry.text, entry.citation) for entry in data.entries]


@pytest.mark.usefixtures("register")
class TestHead:
    def test_the_title_says_up_to_which_day_the_paper_has_information(self):
        document = paper("2018-08-21")
        assert text_of(document.title) == "Status of Universalization of the Anti-Personnel Mine Ban Convention"
        assert document.title[-1] == FootnoteMark(1)
        assert footnote(document, 1) == "Information as of 21 August 2018."

    def test_the_masthead_names_the_next_meeting_that_the_register_holds(self):
        masthead = paper("2018-08-21").masthead
        assert (masthead.meeting, masthead.place_and_dates) == ("Seventeenth Meeting", "Geneva, 26-30 November 2018")
        assert masthead.organ.startswith("Meeting of the States Parties to the Convention on the Prohibition")
        assert paper("2019-01-01").masthead.meeting == "Fourth Review Conference"

    def test_of_a_meeting_without_days_only_the_year_is_printed(self):
        assert paper(TODAY).masthead.place_and_dates == "2026"

    def test_symbol_day_and_agenda_item_are_printed_as_given(self):
        given = {"symbol": "APLC/MSP.17/2018/9", "dated": view("2018-09-21").as_of, "agenda_item": "Item 9 (f)"}
        masthead = write_status_paper("apmbc", view("2018-08-21"), **given).masthead
        assert (masthead.symbol, masthead.dated, masthead.agenda_item) == (
            "APLC/MSP.17/2018/9",
            "21 September 2018",
            "Item 9 (f)",
        )

    def test_undated_a_paper_of_today_is_of_today_and_one_of_a_past_day_has_no_day(self):
        asked = datetime.now(UTC).date()
        register = load(view(asked.isoformat()), "apmbc", *NEEDS)
        today = replace(register, view=replace(register.view, known_on=datetime.now(UTC)))
        assert status_paper(today).masthead.dated == PartialDate.on_day(asked).wording()
        assert paper("2018-08-21").masthead.dated == ""

    def test_there_is_no_paper_of_a_day_before_the_treaty_was_adopted(self):
        with pytest.raises(Refused, match="adopted on 18 September 1997"):
            write_status_paper("apmbc", view("1997-09-17"))

    def test_an_unknown_treaty_is_named(self):
        with pytest.raises(UnknownName, match="nonesuch"):
            write_status_paper("nonesuch", view("2018-08-21"))


@pytest.mark.usefixtures("register")
class TestIntroduction:
    @pytest.mark.parametrize(
        ("day", "sentence"),
        [
            (
                "2018-08-21",
                "As of 21 August 2018, 164 States have joined the Convention and 33 States remain outside it.",
            ),
            ("2018-08-21", "It is in force for all of them."),
            ("2018-08-21", "133 States had signed it."),
            (
                "2018-01-15",
                "It is in force for 162 of them, and not yet for Sri Lanka (from 1 June 2018) and the State of",
            ),
            ("2018-08-21", "one is a signatory: the Marshall Islands; the others have not signed it."),
            (
                "2018-08-21",
                "Oman (20 August 2014), Sri Lanka (13 December 2017) and the State of Palestine (29 December",
            ),
            ("2018-08-21", "No withdrawal has taken effect since then."),
            ("2025-12-28", "Three States have withdrawn: Estonia (with effect from 27 December 2025),"),
            (
                "2025-12-28",
                "not yet in effect for Finland (received 10 July 2025, effective 10 January 2026) and Poland",
            ),
            (TODAY, "As of 23 November 2026, 162 States have joined the Convention and 35 States remain outside it."),
            (TODAY, "It is in force for 161 or 162 of them."),
            (
                TODAY,
                "Its accession was deposited on a day between 12 January 2026 and 22 November 2026 and is in force",
            ),
            (TODAY, "so that its standing may be State Party or joined, not yet in force; it is counted as"),
            (TODAY, "The dates held leave the standing of Lebanon open."),
            (TODAY, "The Convention has been left since by Estonia, Finland, Latvia, Lithuania and Poland."),
            ("2018-08-21", "The Maputo Action Plan is in force for the years 2014 to 2019"),
            ("2018-08-21", "Its Action #1 asks the States Parties to promote joining"),
            ("2020-06-01", "Its Action #12 asks the States Parties to"),
            (TODAY, "The text of its actions on universalization is not held in the register."),
        ],
    )
    def test_it_says(self, day, sentence):
        assert sentence in section(paper(day), "I")

    def test_before_the_last_day_for_it_the_signatures_are_counted_by_the_day_of_the_paper(self):
        assert "By then, 123 States had signed it." in section(paper("1998-01-01"), "I")


@pytest.mark.usefixtures("register")
class TestPresident:
    @pytest.mark.parametrize(
        ("day", "sentence"),
        [
            (
                "2018-08-21",
                "In 2018, the President wrote to the 33 States not party, inviting them to the intersessional",
            ),
            ("2018-08-21", "Written replies were received from China and the United States of America."),
            (
                "2018-08-21",
                "In 2018, the President met bilaterally with Kyrgyzstan, the Lao People’s Democratic Republic,",
            ),
            ("2018-08-21", "On 27 March 2018, the President convened the Informal Working Group on Universalization."),
            ("2018-08-21", "the register holds no record of appeals in other forums."),
            ("2020-11-20", "No written reply is recorded."),
            (
                "2020-11-20",
                "On 26 February 2020, the President appealed to the States that have not done so to join the",
            ),
            ("2020-11-20", "In 2020, Canada appealed to"),
            ("2020-11-20", "some States not party, which the source does not name."),
            (TODAY, "For 2026, up to 23 November 2026, the register holds no record of letters"),
        ],
    )
    def test_it_says(self, day, sentence):
        assert sentence in section(paper(day), "II")

    def test_use_in_a_state_is_not_said_to_be_use_by_it(self):
        text = section(paper("2020-11-20"), "II")
        assert "condemned the reported use of anti-personnel mines of an improvised nature in Libya" in text
        assert "which UNSMIL had reported; no user is named." in text

    def test_what_may_have_come_after_the_day_is_not_told_as_done(self):
        text = section(paper("2020-11-01"), "II")
        assert "wrote to" not in text
        assert "it is not recorded whether they came before 1 November 2020." in text

    def test_only_the_year_of_the_paper_is_told(self):
        assert "2018" not in section(paper("2020-11-20"), "II")


@pytest.mark.usefixtures("register")
class TestSupport:
    def test_every_group_names_as_many_states_as_it_counts(self):
        document = paper("2018-08-21")
        lines = [line for number in "AB" for line in section(document, number).splitlines()]
        counted = [found for line in lines if (found := re.match(r".* \((\d+)\): (.*)[;.]$", line))]
        assert len(counted) > 20
        for found in counted:
            assert len(shipped_names().spot(found[2])) == int(found[1]), found[0]

    def test_the_circumstances_stand_in_the_order_of_how_many_state_them(self):
        numbers = [int(n) for n in re.findall(r" \((\d+)\): ", section(paper("2018-08-21"), "B"))]
        assert numbers == sorted(numbers, reverse=True)
        assert numbers[0] > 1

    @pytest.mark.parametrize(
        "line",
        [
            "Military utility (5): Cuba, Egypt, India, the Islamic Republic of Iran and Kazakhstan;",
            "Reciprocity or a neighbour’s accession (1): Armenia;",
            "Right of self-defence or sovereignty (5): Cuba, Israel, Pakistan, Singapore and Viet Nam;",
            "Many treaties at once (1): the Marshall Islands;",
        ],
    )
    def test_the_circumstances_of_the_paper_are_among_them(self, line):
        assert line in section(paper("2018-08-21"), "B").splitlines()

    def test_a_condition_has_its_day(self):
        assert "Congress of the Federated States of Micronesia (expected by January 2009)" in section(
            paper("2018-08-21"), "B"
        )

    def test_those_who_said_nothing_are_named(self):
        assert (
            "No official statement is held of Bahrain, the Democratic People’s Republic of Korea, the Syrian Arab "
            "Republic, Tonga and Uzbekistan." in section(paper("2018-08-21"), "A")
        )

    def test_of_many_who_said_nothing_the_number_is_given(self):
        assert re.search(r"No official statement is held of \d+ of them\.", section(paper("1999-02-28"), "A"))

    def test_a_moratorium_has_its_acts_its_beginning_and_the_day_it_was_stated(self):
        text = section(paper("2018-08-21"), "C")
        assert "Egypt: moratorium on production and export, since the 1980s (stated 2010 and 2012);" in text
        assert "Kazakhstan" in text
        assert "since 1997" in text
        assert "said earlier to be in force since 1994" in text

    def test_a_moratorium_that_is_over_is_not_told_beside_the_one_in_force(self):
        text = section(paper("2018-08-21"), "C")
        assert "Singapore: moratorium on export, since February 1998" in text
        assert "1996" not in text.split("Singapore")[1]

    def test_stockpiles_are_told_by_what_the_states_declared(self):
        text = section(paper("2018-08-21"), "C")
        assert "Mongolia (206,317 mines, 29 November - 3 December 2010)" in text
        assert "An answer on stockpiles was declined by Lebanon (31 October 2017)" in text
        assert "Whoever said different things at different times is named for each" in text

    def test_who_speaks_of_stockpiles_is_told_whatever_practice_it_is_about(self):
        text = section(paper(TODAY), "C")
        assert "Destruction of mines, done or planned, is declared by China (old and defective mines" in text
        assert "On stockpiles of anti-personnel mines, eight of them have declared something." in text
        assert "Of the other 27 the register holds no declaration on a stockpile of theirs" in text
        assert "No official statement on stockpiles" not in text

    def test_what_is_known_by_the_word_of_another_names_whose_word_it_is(self):
        text = section(paper(TODAY), "C")
        assert "as told by the Landmine and Cluster Munition Monitor, December 2019" in text
        assert "that it is on import is the word of the page" in text
        assert "Morocco (for training, said between 31 December 2016 and 21 August 2018)" in text

    def test_a_policy_that_the_state_has_ended_is_not_counted(self):
        before, after = section(paper("2018-08-21"), "A"), section(paper(TODAY), "A")
        assert "Adherence in practice (5): " in before
        assert "the United States of America" in before.split("Adherence in practice")[1].split(";")[0]
        assert "Adherence in practice (2): the Lao People’s Democratic Republic and Saudi Arabia;" in after
        assert (
            "not counted: that of the United States of America (stated 28 November - 1 December 2016, ended 31" in after
        )

    def test_to_consider_accession_is_not_to_accept_the_aims(self):
        text = section(paper(TODAY), "A")
        assert "23 have at some time accepted its aims or norms" in text
        assert "Accession under consideration (1): the United Arab Emirates;" in text

    def test_what_others_claim_about_a_state_is_not_in_the_paper(self):
        assert "Landmine Monitor" not in section(paper(TODAY), "C")
        assert "Armenia" not in section(paper(TODAY), "C")

    def test_reports_are_those_of_states_outside_on_the_day(self):
        text = section(paper("2018-08-21"), "D")
        assert "In 2018, a voluntary Article 7 report was submitted by Morocco." in text
        assert "Azerbaijan (2008 and 2009); the Lao People’s Democratic Republic (2011); Mongolia (2007)" in text
        assert "Palestine" not in text
        assert "State of Palestine (2012 and 2013)" in section(paper("2014-03-01"), "D")

    def test_submitted_on_and_year_covered_are_two_facts(self):
        assert "the day of submission is not recorded" not in section(paper("2018-08-21"), "D")
        assert "Of a report of Morocco covering 2016, the day of submission is not recorded." in section(
            paper("2018-08-21", PAPER), "D"
        )


@pytest.mark.usefixtures("register")
class TestVotes:
    def test_the_first_committee_of_2017_is_the_published_table(self):
        found = columns(table(paper("2018-08-21"), "votes"))
        assert list(found) == ["In favour (14)", "Abstained (16)", "Not present (3)"]
        assert found["Not present (3)"] == ["Kyrgyzstan", "Lebanon", "Tonga"]
        assert [len(states) for states in found.values()] == [14, 16, 3]

    def test_votes_against_are_always_told_and_have_a_column_only_where_there_are_any(self):
        assert "none voted against" in section(paper("2018-08-21"), "E")
        found = columns(table(paper(TODAY), "votes"))
        assert found["Against (1)"] == ["Russian Federation"]
        assert "Not recorded (1)" in found

    def test_the_plenary_that_differs_is_told_below(self):
        assert (
            "In the vote of the plenary on the same text (A/RES/72/53, 4 December 2017), the following differ: Kyrgyzstan "
            "and Tonga (in favour)." in section(paper("2018-08-21"), "E")
        )

    def test_sources_that_contradict_each_other_are_both_told(self):
        assert "On Libya and Morocco the records contradict each other" in section(paper("2018-08-21"), "E")

    def test_without_a_roll_call_of_the_last_session_it_says_so(self):
        text = section(paper(TODAY), "E")
        assert "2 December 2024 (A/RES/79/34)" in text
        assert "The register holds no roll call of the session of 2025." not in text
        assert (
            "Of the session of 2025, totals only are held and no ballots: 154 in favour in the First Committee" in text
        )
        assert "(press article)" in text

    def test_single_votes_are_no_roll_call(self):
        assert "(A/RES/73/61)" in section(paper("2019-06-01"), "E")

    def test_a_register_without_votes_says_so(self):
        document = status_paper(replace(register_on("2018-08-21"), roll_calls=()))
        assert table(document, "votes") is None
        assert "holds no roll call" in section(document, "E")

    def test_who_was_no_member_then_has_a_column_of_its_own(self):
        assert "Kiribati" in columns(table(paper("1999-02-28"), "votes"))["Not a member then (6)"]


@pytest.mark.usefixtures("register")
class TestParticipation:
    def test_the_matrix_is_the_published_one(self):
        found = table(paper("2018-08-21"), "matrix")
        years = [(paragraph_text(cell.paragraphs), cell.span) for cell in found.header[0].cells]
        assert years == [("State not party", 1), ("2014", 2), ("2015", 2), ("2016", 2), ("2017", 2), ("2018", 1)]
        names = [paragraph_text(cell.paragraphs) for cell in found.header[1].cells]
        assert names == ["", "IM", "3RC", "IM", "14MSP", "IM", "15MSP", "IM", "16MSP", "IM"]
        marks = [cell for row in found.rows for cell in row.cells[1:] if cell.paragraphs]
        assert len(marks) == 64
        assert {paragraph_text(cell.paragraphs) for cell in marks} == {"√"}
        assert len(found.rows) == 16

    def test_every_cell_of_the_matrix_has_its_record_the_empty_ones_too(self):
        found = table(paper("2018-08-21"), "matrix")
        assert all(cell.evidence for row in found.rows for cell in row.cells[1:])

    def test_never_is_said_only_where_the_record_says_so(self):
        assert (
            "By the record, the Democratic People’s Republic of Korea, the Islamic Republic of Iran and Uzbekistan"
            in (section(paper("2018-08-21"), "F"))
        )
        assert "have never taken part" not in section(paper(TODAY), "F")

    def test_from_the_paper_alone_there_are_four(self):
        text = section(paper("2018-08-21", PAPER), "F")
        assert "Islamic Republic of Iran, the Republic of Korea and Uzbekistan have never taken part" in text

    def test_a_contradiction_is_named(self):
        assert "On the Republic of Korea the records contradict each other" in section(paper("2018-08-21"), "F")

    def test_of_those_that_withdrew_what_is_not_held_is_not_recorded(self):
        assert re.search(r"not recorded whether .*Estonia, Finland.* took part", section(paper(TODAY), "F"))

    def test_without_complete_records_there_is_no_matrix_and_it_says_so(self):
        document = paper(TODAY)
        assert table(document, "matrix") is None
        assert "No complete record of who took part is held" in section(document, "F")
        assert "(IM2024, 5RC, IM2025 and 22MSP)" in section(document, "F")

    def test_meetings_without_a_complete_record_are_named_with_whom_single_reports_name(self):
        document = paper("2019-03-01")
        assert len(table(document, "matrix").header[1].cells) == 10
        assert "its other meetings since then (17MSP)" in section(document, "F")
        assert "At the 17MSP: " in section(document, "F")


@pytest.mark.usefixtures("register")
class TestInformation:
    def test_every_state_outside_has_a_row_in_the_order_of_names_and_no_cell_is_empty(self):
        document = paper(TODAY)
        found = table(document, "overview")
        names = [paragraph_text(row.cells[0].paragraphs) for row in found.rows]
        assert len(names) == 35
        assert names == sorted(names, key=str.casefold)
        assert all(paragraph_text(cell.paragraphs) for row in found.rows for cell in row.cells)

    def test_the_table_as_data_says_the_same(self):
        document = paper("2018-08-21")
        found = table(document, "overview")
        assert [one.iso3 for one in document.overview] == [row.key for row in found.rows]
        for one, row in zip(document.overview, found.rows, strict=True):
            said = paragraph_text(row.cells[1].paragraphs)
            assert all(entry.text in said and f"({entry.citation})" in said for entry in one.entries)
            assert paragraph_text(row.cells[2].paragraphs).startswith(one.last_participation)
            assert one.evidence or not one.entries

    def test_where_nothing_is_held_it_says_so(self):
        document = paper("2018-08-21")
        silent = [one.iso3 for one in document.overview if not one.entries]
        assert silent == ["BHR", "PRK", "SYR", "TON", "UZB"]
        assert all(row(document, iso3)[1] == "No official information is held." for iso3 in silent)
        assert "Official information is not held of five of them. Of 15 others" in section(document, "IV")

    def test_a_summary_is_one_and_is_marked_as_ours(self):
        found = table(paper("2018-08-21"), "overview")
        kinds = {paragraph.kind for row in found.rows for paragraph in row.cells[1].paragraphs}
        assert kinds == {"summary", "reported", "prose"}

    def test_entries_stand_as_the_paper_places_them(self):
        assert [citation for _, citation in said_by(paper("2018-08-21"), "ARM")] == [
            "Signing Conference of the Anti-Personnel Mine Ban Convention, 4 December 1997",
            "60th UNGA First Committee, 7 October 2005",
        ]

    def test_a_confirmation_stands_with_the_letter_that_shows_it(self):
        document = paper("2018-08-21")
        found = table(document, "overview")
        cell = next(row.cells[1] for row in found.rows if row.key == "CHN")
        confirmation = cell.paragraphs[-1]
        assert text_of(confirmation.inlines) == (
            "In reply to a letter of the 17MSP President, China answers that its position on anti-personnel mines has not "
            "changed."
        )
        mark = confirmation.inlines[-1]
        assert isinstance(mark, FootnoteMark)
        assert footnote(document, mark.number) == "Email from the Permanent Mission of China in Geneva, 6 May 2018."

    def test_a_confirmation_says_what_the_state_answered(self):
        said = row(paper("2018-08-21"), "USA")[1]
        assert "the United States answers that it has nothing to add to what it said in 2016." in said
        assert "unchanged" not in said

    def test_a_policy_that_has_ended_is_told_with_its_source(self):
        document = paper(TODAY)
        found = table(document, "overview")
        ended = next(row.cells[1] for row in found.rows if row.key == "USA").paragraphs[-1]
        assert text_of(ended.inlines) == (
            "The policy stated before was ended by the United States of America on 31 January 2020."
        )
        assert ended.evidence == ("apmbc/USA/practice/policy/2", "apmbc/USA/practice/policy/3")
        assert "Universalizing the Convention" in footnote(document, ended.inlines[-1].number)
        assert "was ended" not in row(paper("2020-01-30"), "USA")[1]

    def test_our_words_have_the_apostrophe_of_print(self):
        found = table(paper(TODAY), "overview")
        ours = [p for row in found.rows for p in row.cells[1].paragraphs if p.kind == "summary"]
        assert ours
        assert not [text for p in ours if "'" in (text := text_of(p.inlines))]

    @pytest.mark.parametrize(
        ("iso3", "last"),
        [
            ("ARM", "9MSP (2008)"),
            ("CUB", "Second Review Conference (2009)"),
            (
                "MAR",
                "16MSP (2017)\n(The status paper of the 17MSP names the intersessional meetings of 2018, which do not count.)",
            ),
            ("VNM", "12MSP (2012)\n(The status paper of the 17MSP names the 5MSP.)"),
            ("BHR", "10MSP (2010)\n(The status paper of the 17MSP names the Second Review Conference.)"),
            ("UZB", "Has never participated"),
        ],
    )
    def test_last_participation_follows_the_rule_and_names_who_says_otherwise(self, iso3, last):
        assert row(paper("2018-08-21"), iso3)[2] == last

    def test_a_source_is_not_contradicted_by_what_came_after_it(self):
        assert row(paper(TODAY), "CHN")[2] == "18MSP (2020)"

    def test_what_nobody_recorded_is_not_recorded(self):
        document = paper(TODAY)
        assert row(document, "EST")[2] == "Not recorded"
        assert row(document, "UZB")[2] == (
            "Not recorded\n(The status paper of the 17MSP says that it had not participated by 21 August 2018.)"
        )

    def test_a_signatory_and_one_that_withdrew_have_a_footnote(self):
        def note(document: Document, iso3: str) -> str:
            found = next(one for one in table(document, "overview").rows if one.key == iso3)
            (mark,) = (one for one in found.cells[0].paragraphs[0].inlines if isinstance(one, FootnoteMark))
            return footnote(document, mark.number)

        assert note(paper("2018-08-21"), "MHL") == "Signatory to the Convention (4 December 1997)."
        assert note(paper(TODAY), "LVA") == "Withdrew from the Convention with effect from 27 December 2025."

    def test_words_of_a_state_take_the_place_of_our_summary(self):
        document = status_paper(_with_words(register_on("2018-08-21"), text="We support it.\nStill, not yet."))
        cell = next(one.cells[1] for one in table(document, "overview").rows if one.key == "NPL")
        assert [(one.kind, text_of(one.inlines)) for one in cell.paragraphs] == [
            ("quotation", "“We support it."),
            ("quotation", "Still, not yet.” (8MSP, 2007)"),
        ]
        assert [one.style for one in cell.paragraphs[-1].inlines] == ["", "italic", ""]

    def test_quotation_marks_of_the_source_are_left_as_they_are(self):
        document = status_paper(_with_words(register_on("2018-08-21"), text='It "supports" us.'))
        assert said_by(document, "NPL") == [('It "supports" us.', "8MSP, 2007")]

    def test_a_translation_is_said_to_be_unofficial(self):
        french = _with_words(
            register_on("2018-08-21"), text="« Nous la soutenons. »", language="fr", translation="“We support it.”"
        )
        document = status_paper(french)
        cell = next(one.cells[1] for one in table(document, "overview").rows if one.key == "NPL")
        mark = cell.paragraphs[-1].inlines[-1]
        assert said_by(document, "NPL") == [("“We support it.”", "8MSP, 2007")]
        assert footnote(document, mark.number) == "Unofficial translation; the original is in French."

    def test_words_without_a_translation_say_their_language(self):
        document = status_paper(_with_words(register_on("2018-08-21"), text="« Nous la soutenons. »", language="fr"))
        cell = next(one.cells[1] for one in table(document, "overview").rows if one.key == "NPL")
        assert cell.paragraphs[0].inlines[0].language == "fr"


def _with_words(held, **words):
    """The register with the words of Nepal's statement."""
    statements = [
        replace(each, fact=replace(each.fact, text_kind=TextKind.QUOTATION, **words))
        if each.fact.state == "NPL"
        else each
        for each in held.statements
    ]
    return replace(held, statements=tuple(statements))


@pytest.mark.usefixtures("register")
class TestEvidence:
    @pytest.mark.parametrize("day", ["1999-02-28", "2018-08-21", TODAY])
    def test_all_evidence_is_of_the_register_and_has_its_source_in_the_annex_once(self, day):
        document = paper(day)
        held = sources_of(register_on(day))
        rested = evidence_in(document)
        assert set(rested) <= set(held)
        annex = table(document, "sources")
        keys = [one.key for one in annex.rows]
        assert len(keys) == len(set(keys))
        assert {key: one.key for one in annex.rows for key in one.cells[0].evidence} == {
            key: held[key] for key in rested
        }

    def test_the_headline_figures_rest_on_every_action_they_count(self):
        document = paper("2018-08-21")
        joined, outside = (
            one for one in document.sections[0].blocks[0].inlines if getattr(one, "text", "") in ("164", "33")
        )
        assert "apmbc/AFG/accession" in joined.evidence
        assert "apmbc/MHL/signature" in outside.evidence

    def test_a_ballot_rests_on_its_roll_call(self):
        found = table(paper("2018-08-21"), "votes")
        assert {key for one in found.rows for cell in one.cells for key in cell.evidence} == {
            "apmbc/first-committee/72"
        }

    @pytest.mark.parametrize(
        "day", ["1998-01-01", "1999-02-28", "2004-12-01", "2014-06-26", "2018-08-21", "2025-12-28", TODAY]
    )
    def test_it_can_be_printed_on_any_day(self, day):
        document = paper(day)
        refuse_unsound(document)
        assert renderer_for(".md")(document)
        assert "  " not in "".join(
            text_of(block.inlines)
            for one in all_sections(document)
            for block in one.blocks
            if not isinstance(block, Table)
        )


@pytest.mark.usefixtures("register")
class TestClocks:
    def test_the_same_register_gives_the_same_tree(self):
        assert tree_hash(paper("2018-08-21")) == tree_hash(paper("2018-08-21"))

    def test_a_corrected_statement_is_old_as_known_before_and_new_now(self):
        before = View(as_of=view("2018-08-21").as_of, known_on=datetime.now(UTC))
        (held,) = current(StatementVersion, before, key="apmbc/NPL/statement/1")
        new = replace(held.fact, summary="Corrected.")
        supersede(operator("ana"), held.key, new, expected_version=1, reason="misread", source=PAPER)
        after = replace(before, known_on=before.known_on + timedelta(days=1))
        assert said_by(write_status_paper("apmbc", before), "NPL") == [(typographic(held.fact.summary), "8MSP, 2007")]
        assert said_by(write_status_paper("apmbc", after), "NPL") == [("Corrected.", "8MSP, 2007")]
        assert said_by(write_status_paper("apmbc", replace(after, as_of=view("2007-11-17").as_of)), "NPL") == []


@pytest.fixture
def published(shared):
    return shared / "documents" / "000_144bfe5992db99ac.txt"


@pytest.mark.shared
class TestPublishedPaper:
    def test_what_was_imported_is_printed_as_it_stands_there(self, empty_register, published, tmp_path):
        accept(published, "apmbc", actor=operator("amina"))
        document = write_status_paper("apmbc", view_now("2018-08-21"))
        theirs, ours = overview_of(read_document(published)), overview_of(document)
        assert len(theirs) == 33
        assert {iso3: said for iso3, (said, _) in ours.items()} == {iso3: said for iso3, (said, _) in theirs.items()}
        different = [iso3 for iso3 in theirs if year_and_meeting(ours[iso3][1]) != year_and_meeting(theirs[iso3][1])]
        assert different == ["MAR"]
        assert "which do not count" in ours["MAR"][1]

    @pytest.mark.parametrize("kind", ["votes", "matrix"])
    def test_its_tables_are_the_published_ones(self, empty_register, published, kind):
        accept(published, "apmbc", actor=operator("amina"))
        ours, theirs = (
            marked(table(one, kind))
            for one in (write_status_paper("apmbc", view_now("2018-08-21")), read_document(published))
        )
        assert ours == theirs

    @pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
    @pytest.mark.parametrize("is_shipped", [False, True])
    def test_what_is_written_is_read_back_with_nothing_new(self, request, published, tmp_path, suffix, is_shipped):
        request.getfixturevalue("register" if is_shipped else "empty_register")
        accept(published, "apmbc", actor=operator("amina"))
        file = tmp_path / f"paper{suffix}"
        file.write_bytes(renderer_for(suffix)(write_status_paper("apmbc", view_now("2018-08-21"))))
        intake = propose(file, "apmbc")
        assert intake.count(Verdict.NEW) == 0
        assert intake.conflicts == ()
        assert intake.findings.found.statements == 37
        assert intake.findings.found.confirmations == 2


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("day", ["2018-08-21", TODAY])
def test_the_paper_of_the_shipped_register_is_read_back_with_nothing_new(tmp_path, day):
    file = tmp_path / "paper.md"
    file.write_bytes(renderer_for(".md")(paper(day)))
    intake = propose(file, "apmbc")
    assert intake.count(Verdict.NEW) == 0
    assert intake.conflicts == ()
    assert [one for one in intake.findings.not_understood if one.forbids_recording] == []


def view_now(day: str) -> View:
    return replace(view(day), known_on=datetime.now(UTC))


def overview_of(document: Document) -> dict[str, tuple[str, str]]:
    """What stands in the second and the third cell of each State: the marks without white space, nor a stop after a citation."""
    found = {}
    for one in table(document, "overview").rows:
        name, said, last = (paragraph_text(cell.paragraphs) for cell in one.cells)
        said = "" if said.startswith("No official information") else re.sub(r"\s+", "", said).replace(").", ")")
        found[shipped_names().find(name)] = said, last
    return found


def year_and_meeting(last: str) -> tuple[str, str]:
    """ "16MSP in 2017" and "16MSP (2017)" are the same."""
    year = re.search(r"\d{4}", last)
    return last.split(" in ")[0].split(" (")[0], year[0] if year else ""


def marked(found: Table) -> object:
    """Of a vote table the States by column, of a matrix the columns marked by State; names as keys."""
    name = shipped_names().find
    if found.kind == "votes":
        return {head: {name(text) for text in texts} for head, texts in columns(found).items()}
    return {
        name(paragraph_text(one.cells[0].paragraphs)): [bool(cell.paragraphs) for cell in one.cells[1:]]
        for one in found.rows
    }


def test_a_vote_is_whole_when_every_member_outside_has_its_line(register):
    held = register_on("2018-08-21")
    first = next(each for each in held.roll_calls if each.key == "apmbc/first-committee/72")
    fact: RollCall = first.fact
    short = replace(first, fact=replace(fact, ballots=tuple(one for one in fact.ballots if one[0] != "CHN")))
    others = tuple(each for each in held.roll_calls if not each.key.startswith("apmbc/first-committee/72"))
    document = status_paper(replace(held, roll_calls=(*others, short)))
    assert "UNGA plenary" in text_of(table(document, "votes").caption)
    assert ("CHN", Ballot.IN_FAVOUR) in fact.ballots


@pytest.mark.usefixtures("register")
class TestSources:
    def test_a_source_younger_than_the_paper_is_said_to_be_published_later(self):
        found = table(paper("2018-08-21"), "sources")
        days = {one.key: paragraph_text(one.cells[2].paragraphs) for one in found.rows}
        assert days["monitor-lao-2023"] == "December 2019; published later"
        assert days["17msp-status-paper"] == "21 August 2018"
        assert "undated" in days.values()

    def test_our_remarks_on_a_source_are_not_in_its_title(self):
        found = table(paper(TODAY), "sources")
        assert not [one.key for one in found.rows if "filed under" in paragraph_text(one.cells[0].paragraphs)]
