"""Contacts from sheets, cards and pasted texts: each row is new, changed, held already or not understood, and says why."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from accede.accounts.actor import operator
from accede.outreach.contacts.compare import Usual, Verdict, compare
from accede.outreach.contacts.details import Details, details_of
from accede.outreach.contacts.give_out import give_out
from accede.outreach.contacts.keep import add, change
from accede.outreach.contacts.table import table_of, text_of_file
from accede.outreach.contacts.take_in import take_back, take_in
from accede.outreach.models import Contact, ContactEntry, ContactHappening
from accede.vocabulary.errors import Refused, UnknownName, Unreadable
from accede.vocabulary.letters import Post

pytestmark = pytest.mark.django_db

ANA, BO = operator("ana"), operator("bo")
TONGA = Details(state="TON", post=Post.GENEVA, email="mission@tonga.example.org")
SHEET = """State;Post;Name;Function;E-mail;Language;Until
Tonga;Geneva;A. Person;Permanent Representative;a.person@example.org;English;2027-03-31
Maroc;Nueva York;;;mission@maroc.example.org;français;
"""


def rows_of(text, usual=None, told=None, chosen=()):
    return compare(table_of(text, chosen), usual or Usual(), told)


def verdicts(text, **further):
    return [row.verdict for row in rows_of(text, **further)]


def take_all(text, actor=ANA, **further):
    rows = rows_of(text, **further)
    return take_in(actor, rows, {row.mark for row in rows if row.mark and row.verdict is not Verdict.SAME})


def test_a_sheet_is_understood_by_its_heads():
    person, mission = (row.details for row in rows_of(SHEET))
    assert (person.state, person.post, person.person, person.until) == (
        "TON",
        Post.GENEVA,
        "A. Person",
        date(2027, 3, 31),
    )
    assert person.organization.startswith("Permanent Mission of the Kingdom of Tonga to the United Nations Office")
    assert (mission.state, mission.post, mission.language) == ("MAR", Post.NEW_YORK, "fr")
    assert mission.organization == "Mission permanente du Royaume du Maroc auprès de l’Organisation des Nations Unies"


def test_columns_without_heads_are_told_by_what_stands_in_them_or_by_a_person():
    text = "mission@tonga.example.org\tTonga\tfr\nmission@nepal.example.org\tNepal\ten"
    assert table_of(text).columns == ("email", "state", "language")
    first, second = rows_of(text, usual=Usual(post=Post.GENEVA))
    assert (first.details.state, first.details.language, second.details.state) == ("TON", "fr", "NPL")
    assert table_of(text, ("email", "state", "")).columns == ("email", "state", "")


def test_addresses_as_a_mail_program_copies_them_are_contacts():
    text = "Permanent Mission of Tonga, Geneva <mission@tonga.example.org>; Anna Person <anna@example.org>"
    mission, person = rows_of(text, usual=Usual(post=Post.GENEVA))
    assert (mission.details.state, mission.details.post) == ("TON", Post.GENEVA)
    assert mission.details.organization == "Permanent Mission of Tonga, Geneva"
    assert person.verdict is Verdict.UNCLEAR
    assert person.wants == ("state",)


def test_an_embassy_says_whose_it_is_and_where():
    (row,) = rows_of("Organization\nEmbassy of Canada in Thailand")
    assert (row.details.state, row.details.host, row.details.post) == ("CAN", "THA", Post.EMBASSY)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("State;Post;E-mail\nTongo;Geneva;a@example.org", "is not the name of a State"),
        ("State;Post;E-mail\nTonga;Atlantis;a@example.org", "is no post that is known"),
        ("State;E-mail\nTonga;a@example.org", "does not say at which post"),
        ("State;Post;E-mail\nTonga;Geneva;a at example", "is not an address for mail"),
        ("State;Post;E-mail\nTonga;Geneva;a@example.org / b@example.org", "two addresses"),
        ("State;Post;E-mail;Until\nTonga;Geneva;a@example.org;2027", "is not one day"),
        ("State;Post;E-mail;Language\nTonga;Geneva;a@example.org;Tongan", "none of the six languages"),
        ("State;Post;Note\nTonga;Geneva;no one", "names nobody"),
        ("State;Post;Name\nTonga;capital;A. Person", "how it is addressed"),
        ("State;Post;Name;Since;Until\nTonga;Geneva;A. Person;2027-01-01;2026-01-01", "ends before it begins"),
    ],
)
def test_what_is_not_understood_says_why_and_is_never_guessed(text, said):
    (row,) = rows_of(text)
    assert row.verdict is Verdict.UNCLEAR
    assert said in row.errors[0].told
    assert not row.mark


def test_a_person_says_which_state_and_post_are_meant():
    text = "State;E-mail\nTongo;a@example.org"
    (row,) = rows_of(text)
    assert row.wants == ("state", "post")
    assert "TON" in row.suggestions
    (row,) = rows_of(text, told={(row.key, "state"): "TON", (row.key, "post"): "new_york"})
    assert (row.verdict, row.details.state, row.details.post) == (Verdict.NEW, "TON", Post.NEW_YORK)
    (row,) = rows_of("State;Organization;Post\n-;Campaign;other")
    assert (row.verdict, row.details.state) == (Verdict.NEW, "")


def test_what_is_held_is_told_from_what_changes_it_and_an_empty_cell_changes_nothing():
    held = add(ANA, replace(TONGA, phone="+41 22 000 00 00", taken_from="Blue Book"))
    assert verdicts(
        "State;Post;E-mail;Phone\nTonga;Geneva;MISSION@tonga.example.org;", usual=Usual(taken_from="a letter")
    ) == [Verdict.CHANGED]
    assert verdicts("State;Post;E-mail;Phone\nTonga;Geneva;mission@tonga.example.org;") == [Verdict.SAME]
    (row,) = rows_of("State;Post;E-mail\nTonga;Geneva;new@tonga.example.org", usual=Usual(taken_from="a letter"))
    assert row.against == held
    assert [(each.field, each.before, each.after) for each in row.changes] == [
        ("email", "mission@tonga.example.org", "new@tonga.example.org")
    ]
    assert (row.details.phone, row.details.taken_from) == ("+41 22 000 00 00", "a letter")


def test_a_person_and_the_post_are_two_even_with_one_address():
    add(ANA, TONGA)
    (row,) = rows_of("State;Post;Name;E-mail\nTonga;Geneva;A. Person;mission@tonga.example.org")
    assert row.verdict is Verdict.NEW


def test_a_successor_shows_who_is_still_held_in_the_function():
    held = add(ANA, replace(TONGA, person="A. Person", function="Permanent Representative"))
    text = "State;Post;Name;Function\nTonga;Geneva;B. Person;Permanent representative"
    assert rows_of(text)[0].before == held
    change(ANA, held.pk, replace(details_of(held), until=date(2026, 1, 31)), expected_version=1)
    assert rows_of(text)[0].before is None


def test_a_contact_that_stands_twice_in_a_sheet_is_taken_in_once():
    first, second = rows_of("State;Post;E-mail\nTonga;Geneva;a@example.org\nTonga;Geneva;b@example.org")
    assert (first.verdict, second.verdict) == (Verdict.NEW, Verdict.UNCLEAR)
    assert "same contact as line 2" in second.errors[0].told


@pytest.mark.storage
def test_what_is_ticked_is_taken_in_at_once_and_can_be_taken_back():
    add(ANA, TONGA)
    done = take_all(SHEET + "Tonga;Geneva;;;new@tonga.example.org;;\n")
    assert (done.added, done.changed, Contact.objects.count()) == (2, 1, 3)
    assert verdicts(SHEET) == [Verdict.SAME, Verdict.SAME]
    with pytest.raises(Refused):
        take_back(BO, done.batch)
    back = take_back(ANA, done.batch)
    assert (back.gone, back.stay, back.changed) == (2, 0, 1)
    assert Contact.objects.get().email == "new@tonga.example.org"


def test_what_somebody_changed_since_is_not_taken_back():
    done = take_all(SHEET)
    tonga = Contact.objects.get(state="TON")
    change(BO, tonga.pk, replace(details_of(tonga), phone="1"), expected_version=1)
    assert take_back(ANA, done.batch).stay == 1
    assert list(Contact.objects.values_list("state", flat=True)) == ["TON"]
    with pytest.raises(UnknownName):
        take_back(ANA, "")


def test_what_was_read_is_what_is_taken_in():
    add(ANA, TONGA)
    rows = rows_of("State;Post;E-mail\nTonga;Geneva;new@tonga.example.org")
    change(BO, rows[0].against.pk, replace(TONGA, phone="1"), expected_version=1)
    again = rows_of("State;Post;E-mail\nTonga;Geneva;new@tonga.example.org")
    with pytest.raises(Refused, match="has changed"):
        take_in(ANA, again, {rows[0].mark})
    with pytest.raises(Refused, match="nothing is ticked"):
        take_in(ANA, again, set())
    assert Contact.objects.get().email == "mission@tonga.example.org"


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "vcf"])
def test_what_is_given_out_is_taken_in_again_as_it_was(suffix):
    person = replace(
        TONGA,
        person="A. Person; the, \\second",
        function="=Permanent Representative",
        phone="+41 22 000 00 00",
        address="Rue 1\n1202 Genève",
        note="a\nb",
        since=date(2024, 1, 1),
        until=date(2027, 12, 31),
        host="CHE",
        is_addressee=False,
        salutation="Excellency,",
        taken_from="Blue Book, March 2026",
        keep_until=date(2028, 1, 1),
        organization="Постоянное представительство Королевства Тонга при Отделении Организации Объединенных Наций",
    )
    campaign = Details(state="", post=Post.OTHER, organization="A campaign", email="campaign@example.org")
    made = [add(ANA, each) for each in (person, campaign)]
    content, _ = give_out(ANA, made, suffix)
    text = text_of_file(content, name=f"contacts.{suffix}")
    assert verdicts(text) == [Verdict.SAME, Verdict.SAME]
    held = [details_of(each) for each in made]
    Contact.objects.all().delete()
    assert [row.details for row in rows_of(text)] == held
    assert ContactEntry.objects.filter(happening=ContactHappening.GIVEN_OUT).get().details == f"2 {suffix}"


def test_a_sheet_never_calculates():
    made = add(ANA, replace(TONGA, phone="+41 22", function='=HYPERLINK("x")'))
    content, _ = give_out(ANA, [made], "xlsx")
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(content)).active for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert "'=HYPERLINK" in give_out(ANA, [made], "csv")[0].decode()
    with pytest.raises(UnknownName):
        give_out(ANA, [made], "exe")


CARD = """BEGIN:VCARD
VERSION:{version}
N:Person;Anna;;Ms;
FN:Ms Anna Person
ORG:Permanent Mission of Tonga to the United Nations Office in Geneva
 va;Political section
TITLE:Second Secretary\\, disarmament
item1.EMAIL;TYPE=INTERNET,PREF:anna@example.org
EMAIL;TYPE=HOME:other@example.org
TEL;TYPE="voice,work";VALUE=uri:tel:+41-22-000-00-00
ADR;TYPE=WORK:;;Rue de la Paix 1;Genève;;1202;Switzerland
LANG:fr
PHOTO;ENCODING=b:AAAA
END:VCARD
"""


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_cards_are_read(version):
    text = text_of_file(CARD.format(version=version).replace("in Geneva\n va", "in Gene\n va").encode(), name="a.vcf")
    (row,) = rows_of(text)
    details = row.details
    assert (details.state, details.post, details.language) == ("TON", Post.GENEVA, "fr")
    assert (details.person, details.function) == ("Ms Anna Person", "Second Secretary, disarmament")
    assert (
        details.organization == "Permanent Mission of Tonga to the United Nations Office in Geneva, Political section"
    )
    assert (details.email, details.phone) == ("anna@example.org", "+41-22-000-00-00")
    assert details.address == "Rue de la Paix 1\nGenève\n1202\nSwitzerland"


def test_cards_that_outlook_writes_are_read():
    card = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:P=C3=A9rez;Ana\r\n"
        "ORG;ENCODING=QUOTED-PRINTABLE:Misi=C3=B3n Permanente de Cuba en =\r\nGinebra\r\n"
        "EMAIL;PREF;INTERNET:ana@example.org\r\nEND:VCARD\r\n"
    )
    (row,) = rows_of(text_of_file(card.encode(), name="a.vcf"))
    assert (row.details.person, row.details.state, row.details.post) == ("Ana Pérez", "CUB", Post.GENEVA)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "a.csv"),
        (b"BEGIN:VCARD\nFN:A", "a.vcf"),
        (b"not a card", "a.vcf"),
        (b"PK\x03\x04 damaged", "a.xlsx"),
        (b"\xd0\xcf\x11\xe0 old", "a.xls"),
        (b"\xff\xfeA\x00", "a.csv"),
    ],
)
def test_files_that_are_no_contacts_are_refused_with_a_sentence(content, name):
    with pytest.raises(Unreadable) as refused:
        text_of_file(content, name=name)
    assert refused.value.remedy


@pytest.mark.parametrize("text", ["", "|", "State;E-mail", "a\x00b", "a\t" * 100, 'a;"b'])
def test_texts_that_are_no_tables_are_refused(text):
    with pytest.raises(Unreadable):
        table_of(text)
