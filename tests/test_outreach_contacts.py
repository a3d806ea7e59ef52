"""Contacts: to whom a letter goes, and how its addressee is called."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import Role
from accede.outreach.contacts.organization import mission, organization_in
from accede.outreach.contacts.queries import addressees, contact_held, contacts_of
from accede.outreach.models import Contact
from accede.vocabulary.errors import NotAllowed, UnknownName
from accede.vocabulary.letters import Post

ANA = operator("ana")


@pytest.fixture
def held(db):
    """Makes a contact as it stands in the table."""

    def make(state="TON", post=Post.GENEVA, **further):
        usual = {"organization": "Permanent Mission", "language": "en", "changed_by": "ana"}
        return Contact.objects.create(
            state=state, post=post.value, changed_at=datetime(2026, 11, 1, tzinfo=UTC), **(usual | further)
        )

    return make


@pytest.mark.storage
def test_a_letter_goes_to_geneva_first_and_to_the_post_before_a_person(held):
    york = held(post=Post.NEW_YORK, email="york@example.org")
    person = held(person="A. Person", email="person@example.org")
    without_mail = held()
    office = held(email="mission@example.org")
    embassy = held(post=Post.EMBASSY, email="embassy@example.org")
    found = addressees(["TON", "KGZ"])
    assert found == {"TON": (office, person, without_mail, york, embassy), "KGZ": ()}
    assert addressees(["TON"], post_order=(Post.NEW_YORK,))["TON"][0] == york


def test_who_is_no_addressee_or_not_in_office_is_not_written_to(held):
    held(is_addressee=False)
    held(until=date(2018, 3, 31))
    held(since=date(2018, 9, 1))
    assert addressees(["TON"], on=date(2018, 6, 1)) == {"TON": ()}
    assert len(addressees(["TON"], on=date(2018, 3, 31))["TON"]) == 1
    assert len(addressees(["TON"], on=date(2018, 9, 1))["TON"]) == 1


def test_an_organization_that_is_no_states_is_nobodys_addressee(held):
    held(state="")
    assert addressees([""]) == {"": ()}
    assert len(contacts_of(ANA, "")) == 1


def test_contacts_are_for_those_who_work_on_letters(held):
    one = held()
    assert contacts_of(ANA, "TON") == (one,)
    assert contact_held(Actor("bo", frozenset({Role.CLEARER})), one.pk) == one
    for role in (Role.MEMBER, Role.PUBLISHER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            contacts_of(Actor("bo", frozenset({role})), "TON")
    with pytest.raises(UnknownName):
        contact_held(ANA, one.pk + 1)


@pytest.mark.parametrize(
    ("language", "called"),
    [
        ("en", "Permanent Mission of the Kyrgyz Republic to the United Nations"),
        ("fr", "Mission permanente de la République kirghize auprès de l’Organisation des Nations Unies"),
        ("es", "Misión Permanente de la República Kirguisa ante las Naciones Unidas"),
        ("ru", "Постоянное представительство Кыргызской Республики при Организации Объединенных Наций"),
        ("zh", "吉尔吉斯共和国常驻联合国代表团"),
        ("ar", "البعثة الدائمة لجمهورية قيرغيزستان لدى الأمم المتحدة"),
    ],
)
def test_a_mission_is_called_in_the_language_of_the_letter(language, called):
    assert mission("KGZ", Post.NEW_YORK, language) == called


@pytest.mark.parametrize(
    ("iso3", "language", "of"),
    [
        ("USA", "fr", "des États-Unis d’Amérique"),
        ("NER", "fr", "de la République du Niger"),
        ("MAR", "fr", "du Royaume du Maroc"),
        ("ISR", "fr", "de l’État d’Israël"),
        ("ISR", "es", "del Estado de Israel"),
        ("IRN", "ru", "Исламской Республики Иран"),
        ("LAO", "ru", "Лаосской Народно-Демократической Республики"),
        ("ARE", "ru", "Объединенных Арабских Эмиратов"),
        ("GEO", "ru", "Грузии"),
        ("NPL", "ru", "Непала"),
        ("LBN", "ar", "للجمهورية اللبنانية"),
        ("PSE", "en", "Permanent Observer Mission of the State of Palestine"),
    ],
)
def test_the_name_of_the_state_stands_as_the_language_wants_it(iso3, language, of):
    assert of in mission(iso3, Post.GENEVA, language)


def test_where_we_cannot_say_how_it_is_called_it_is_called_as_it_is_held(held):
    assert mission("COK", Post.GENEVA, "en") == ""
    assert mission("KGZ", Post.CAPITAL, "fr") == ""
    ministry = held(post=Post.CAPITAL, organization="Ministry of Foreign Affairs")
    assert organization_in(ministry, "fr") == "Ministry of Foreign Affairs"
    bureau = held(organization="Geneva Liaison Bureau of the Kingdom")
    assert organization_in(bureau, "fr") == "Geneva Liaison Bureau of the Kingdom"


def test_in_the_language_of_its_name_a_mission_is_called_as_it_is_held(held):
    tonga = held(organization="Permanent Mission of Tonga", language="ru")
    assert organization_in(tonga, "en") == "Permanent Mission of Tonga"
    assert organization_in(tonga, "ru").startswith("Постоянное представительство Королевства Тонга")
    assert organization_in(tonga, "fr").startswith("Mission permanente du Royaume des Tonga auprès")
