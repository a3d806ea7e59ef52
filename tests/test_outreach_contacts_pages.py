"""The pages of contacts: who is held and who is missing, adding, taking in, looking again, erasing; and who may see them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accede.accounts.actor import operator
from accede.outreach.contacts.details import Details
from accede.outreach.contacts.keep import add
from accede.outreach.contacts.queries import today
from accede.outreach.models import Contact, ContactEntry, Delivery
from accede.vocabulary.letters import Post
from contacts_cast import delivered

pytestmark = pytest.mark.usefixtures("register")

HERE = "/workspace/outreach/contacts/"
KYRGYZ = Details(state="KGZ", post=Post.GENEVA, email="mission@kgz.example.org")
PERSON = replace(KYRGYZ, person="A. Person", function="Second Secretary", email="a@kgz.example.org")
TYPED = {"state": "KGZ", "post": "geneva", "language": "en", "email": "mission@kgz.example.org", "is_addressee": "on"}


@pytest.fixture
def drafter(client_of):
    return client_of("drafter")


@pytest.fixture
def ana():
    return operator("drafter")


def text(response):
    assert response.status_code < 500
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_an_empty_list_says_what_is_missing_of_each_state_not_party(drafter):
    page = text(drafter.get(HERE))
    assert "States not party, letters reach 0 by mail." in page
    assert "No contact is held." in page
    assert "Kyrgyzstan No mission in Geneva is held. Add it No mission in New York is held. Add it" in page
    assert "Norway No mission" not in page


def test_what_is_held_stands_under_its_state_with_whom_letters_go_to(drafter, ana):
    add(ana, PERSON)
    add(ana, replace(PERSON, person="B. Before", until=today() - timedelta(days=1)))
    add(ana, KYRGYZ)
    page = text(drafter.get(HERE))
    assert "Kyrgyzstan No mission" not in page
    first, person, before = (
        page.index(words) for words in ("Permanent Mission of the Kyrgyz", "A. Person", "B. Before")
    )
    assert first < person < before
    assert page.count("letters go here") == 1
    assert page.index("letters go here") < person
    assert page.index("term ended") > before
    assert "letters reach 1 by mail" in page


def test_a_state_that_letters_reach_by_hand_alone_is_told(drafter, ana):
    add(ana, replace(KYRGYZ, email=""))
    page = text(drafter.get(HERE))
    assert "Of 1 a contact without an address for mail is held." in page
    assert "letters to it go by hand" in page


def test_the_list_is_narrowed_by_words_posts_and_groups(drafter, ana):
    add(ana, KYRGYZ)
    add(ana, Details(state="NOR", post=Post.NEW_YORK))
    add(ana, Details(post=Post.OTHER, organization="A campaign"))
    assert "Kingdom of Norway" not in text(drafter.get(HERE))
    assert "Kingdom of Norway" in text(drafter.get(f"{HERE}?who=all&q=norway"))
    assert "Kyrgyz Republic to the United Nations" not in text(drafter.get(f"{HERE}?post=new_york"))
    assert "Nepal No mission in Geneva is held." in text(drafter.get(f"{HERE}?q=nepal"))
    assert "A campaign" in text(drafter.get(f"{HERE}?who=other"))
    assert "No contact answers to this." in text(drafter.get(f"{HERE}?q=nobody-at-all"))


def test_state_post_and_address_are_enough_and_it_can_be_undone(drafter):
    answer = drafter.post(f"{HERE}add/", TYPED)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{HERE}#KGZ"
    made = Contact.objects.get()
    assert made.organization.startswith("Permanent Mission of the Kyrgyz Republic")
    assert (made.changed_by, made.version) == ("drafter", 1)
    undo = re.search(rf'action="({HERE}take-back/[0-9a-f]+/)"', drafter.get(HERE).content.decode())[1]
    assert drafter.post(undo, {"back": HERE}).headers["Location"] == HERE
    assert not Contact.objects.exists()
    assert [each.happening for each in ContactEntry.objects.order_by("pk")] == ["added", "taken_back"]


def test_what_is_refused_keeps_what_was_typed(drafter):
    answer = drafter.post(f"{HERE}add/", {**TYPED, "post": "capital", "person": "A. Person"})
    assert answer.status_code == 400
    assert 'value="A. Person"' in answer.content.decode()
    assert "how it is addressed" in text(answer)
    assert drafter.post(f"{HERE}add/", {**TYPED, "email": "no address"}).status_code == 400


def test_of_two_who_change_a_contact_the_second_is_told(drafter, ana):
    made = add(ana, KYRGYZ)
    address = f"{HERE}{made.pk}/"
    assert drafter.post(address, {**TYPED, "version": 1, "phone": "1"}).status_code == 303
    answer = drafter.post(address, {**TYPED, "version": 1, "phone": "2"})
    assert answer.status_code == 409
    assert "changed it meanwhile" in text(answer)
    assert Contact.objects.get().phone == "1"


def test_a_contact_shows_the_letters_that_went_to_it(drafter, ana):
    made = add(ana, KYRGYZ)
    letter = delivered(made)
    page = text(drafter.get(f"{HERE}{made.pk}/"))
    assert f"{letter.letter} taken by the mail server" in page


def test_the_page_of_a_state_leads_to_its_contacts(drafter, ana):
    add(ana, KYRGYZ)
    address = f"{HERE}?who=all&amp;q=KGZ"
    assert address in drafter.get("/workspace/states/KGZ/").content.decode()
    assert "Kyrgyz Republic to the United Nations" in text(drafter.get(address.replace("&amp;", "&")))


def test_a_term_is_ended_and_runs_again(drafter, ana):
    made = add(ana, PERSON)
    answer = drafter.post(f"{HERE}{made.pk}/end/", {"version": 1, "until": "2026-03-31"})
    made.refresh_from_db()
    assert (made.until, made.keep_until) == (date(2026, 3, 31), date(2027, 3, 31))
    page = drafter.get(answer.headers["Location"]).content.decode()
    undo = re.search(rf'action="({HERE}{made.pk}/end/\?[^"]+)"', page)[1].replace("&amp;", "&")
    drafter.post(undo)
    made.refresh_from_db()
    assert made.until is None
    assert drafter.post(f"{HERE}{made.pk}/end/", {"version": 3, "until": "yesterday"}).status_code == 409


def test_a_sheet_is_looked_at_and_then_taken_in(drafter, ana):
    add(ana, KYRGYZ)
    sheet = "State\tPost\tE-mail\n"
    sheet += "Kyrgyzstan\tGeneva\tnew@kgz.example.org\nNepal\tGeneva\tmission@nepal.example.org\nKyrgystan!\tGeneva\tx@example.org"
    form = {"text": sheet, "usual-language": "en", "usual-taken_from": "Blue Book"}
    looked = drafter.post(f"{HERE}take-in/", {**form, "do": "read"})
    page = text(looked)
    assert "Of 3 rows 1 are new, 1 changed, 0 held already; not understood: 1." in page
    assert "mission@kgz.example.org new@kgz.example.org" in page
    assert "“Kyrgystan!” is not the name of a State" in page
    assert Contact.objects.count() == 1
    marks = re.findall(r'name="take" id="take-\w+" value="(\w+)" checked', looked.content.decode())
    assert len(marks) == 2
    answer = drafter.post(f"{HERE}take-in/", {**form, "do": "take", "take": marks})
    assert answer.status_code == 303
    assert dict(Contact.objects.values_list("email", "taken_from")) == {
        "new@kgz.example.org": "Blue Book",
        "mission@nepal.example.org": "Blue Book",
    }


def test_what_a_person_says_of_a_row_counts_until_it_is_taken_in(drafter):
    form = {"text": "State\tE-mail\nKyrgystan!\tx@example.org", "usual-language": "fr"}
    page = drafter.post(f"{HERE}take-in/", form).content.decode()
    key = re.search(r'name="state-(\w+)"', page)[1]
    form |= {f"state-{key}": "KGZ", f"post-{key}": "new_york"}
    page = drafter.post(f"{HERE}take-in/", form).content.decode()
    assert f'type="hidden" name="state-{key}" value="KGZ"' in page
    mark = re.search(r'name="take" id="take-\w+" value="(\w+)" checked', page)[1]
    assert drafter.post(f"{HERE}take-in/", {**form, "do": "take", "take": mark}).status_code == 303
    assert (Contact.objects.get().state, Contact.objects.get().language) == ("KGZ", "fr")


def test_a_file_becomes_the_text_of_the_form(drafter):
    card = b"BEGIN:VCARD\nVERSION:3.0\nFN:A. Person\nORG:Permanent Mission of Kyrgyzstan in Geneva\nEND:VCARD\n"
    page = drafter.post(
        f"{HERE}take-in/", {"usual-language": "en", "file": SimpleUploadedFile("a.vcf", card)}
    ).content.decode()
    assert "A. Person" in page
    assert "Of 1 rows 1 are new" in page
    refused = drafter.post(
        f"{HERE}take-in/", {"usual-language": "en", "file": SimpleUploadedFile("a.pdf", b"%PDF-1.7")}
    )
    assert refused.status_code == 400
    assert 'role="alert"' in refused.content.decode()


def test_a_stale_tick_takes_nothing_in(drafter):
    form = {"text": "State\tPost\tE-mail\nKyrgyzstan\tGeneva\tx@example.org", "usual-language": "en"}
    answer = drafter.post(f"{HERE}take-in/", {**form, "do": "take", "take": "no-such-mark"})
    assert answer.status_code == 409
    assert "has changed" in text(answer)
    assert not Contact.objects.exists()


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "vcf"])
def test_the_list_goes_out_as_a_file_as_it_is_narrowed_and_that_is_logged(drafter, ana, suffix):
    add(ana, KYRGYZ)
    add(ana, Details(state="NOR", post=Post.NEW_YORK))
    answer = drafter.post(f"{HERE}file/", {"as": suffix, "who": "outside", "post": "", "q": "kyrgyz"})
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith(f'.{suffix}"')
    assert ContactEntry.objects.filter(happening="given_out").get().details == f"1 {suffix}"
    assert drafter.get(f"{HERE}file/").status_code == 405
    assert drafter.post(f"{HERE}file/", {"as": "exe"}).status_code == 404


def test_two_that_may_be_one_are_shown_and_put_together(drafter, ana):
    first = add(ana, replace(KYRGYZ, phone="1"))
    second = Contact.objects.create(
        **{
            **{name: getattr(first, name) for name in ("state", "post", "language", "organization", "changed_at")},
            "email": "other@kgz.example.org",
            "address": "Rue 1",
            "changed_by": "x",
        }
    )
    assert "Keep the first, filled up from the second" in text(drafter.get(f"{HERE}?who=double"))
    drafter.post(f"{HERE}{first.pk}/merge/", {"version": 1, "gone": second.pk, "gone_version": 1})
    kept = Contact.objects.get()
    assert (kept.email, kept.phone, kept.address) == ("mission@kgz.example.org", "1", "Rue 1")


def test_what_is_due_is_kept_longer_or_erased(drafter, ana):
    kept, gone = (add(ana, replace(PERSON, person=name, keep_until=today())) for name in ("A. Person", "B. Person"))
    later = today() + timedelta(days=30)
    assert "2 contacts are to be looked at again" in text(drafter.get(f"{HERE}due/"))
    assert "2 contacts are to be looked at again" in text(drafter.get("/workspace/outreach/"))
    drafter.post(f"{HERE}due/", {"keep": f"{kept.pk}:1", "until": later.isoformat()})
    assert Contact.objects.get(pk=kept.pk).keep_until == later
    drafter.post(f"{HERE}due/", {"take": [f"{kept.pk}:1", f"{gone.pk}:1"]})
    assert list(Contact.objects.values_list("pk", flat=True)) == [kept.pk]
    assert drafter.post(f"{HERE}due/", {}).status_code == 409
    assert "No contact is due." in text(drafter.get(f"{HERE}due/"))


def test_erasing_says_first_what_goes_and_what_stays(drafter, ana):
    made = add(ana, PERSON)
    delivered(made)
    page = text(drafter.get(f"{HERE}{made.pk}/erase/"))
    assert "The address of 1 letter" in page
    assert "A salted digest" in page
    answer = drafter.post(f"{HERE}{made.pk}/erase/", {"version": 1})
    assert "Erased: 1 contact and the address of 1 letter." in text(drafter.get(answer.headers["Location"]))
    assert not Contact.objects.exists()
    assert Delivery.objects.get().address == ""
    assert drafter.get(f"{HERE}{made.pk}/").status_code == 404


def test_somebody_who_is_no_contact_is_found_and_erased(drafter):
    delivered(None, address="old@kgz.example.org")
    asked = {"email": "old@kgz.example.org", "person": ""}
    assert "The address of 1 letter" in text(drafter.post(f"{HERE}person/", {**asked, "do": "look"}))
    assert Delivery.objects.get().address
    drafter.post(f"{HERE}person/", {**asked, "do": "erase"})
    assert not Delivery.objects.get().address
    assert "Nothing is held" in text(drafter.post(f"{HERE}person/", {**asked, "do": "look"}))
    assert drafter.post(f"{HERE}person/", {"email": "", "person": "A"}).status_code == 400


def test_the_log_names_fields_and_nobody(drafter, ana):
    made = add(ana, PERSON)
    drafter.post(f"{HERE}{made.pk}/", {**TYPED, "version": 1, "person": "C. Person", "phone": "+41 22"})
    page = text(drafter.get(f"{HERE}log/"))
    assert "Telephone" in page
    for words in ("A. Person", "C. Person", "+41 22", "kgz.example.org"):
        assert words not in page


@pytest.mark.parametrize("role", ["member", "publisher", "administrator"])
def test_who_does_not_work_on_letters_sees_no_contact(client_of, ana, role):
    made = add(ana, PERSON)
    client = client_of(role)
    for route in ("", "add/", "take-in/", "due/", "person/", "log/", f"{made.pk}/", f"{made.pk}/erase/"):
        answer = client.get(f"{HERE}{route}")
        assert answer.status_code == 403
        assert "A. Person" not in answer.content.decode()
    assert client.post(f"{HERE}{made.pk}/erase/", {"version": 1}).status_code == 403
    assert Contact.objects.exists()


def test_what_stands_in_a_contact_is_text_and_never_markup(drafter, ana):
    made = add(
        ana, replace(PERSON, person="<script>alert(1)</script>", organization="</textarea><b>x</b>", note="{{ x }}")
    )
    for route in ("", f"{made.pk}/", f"{made.pk}/erase/"):
        page = drafter.get(f"{HERE}{route}").content.decode()
        assert "<script>alert(1)" not in page
        assert "<b>x" not in page
