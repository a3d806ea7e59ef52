"""Tasks: made, given, done, never overwritten; what follows by itself; the calendar at its secret address."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import Role
from accede.activities.threads import Promise
from accede.outreach.done.promise import record_promise
from accede.outreach.models import CalendarAddress, Task
from accede.outreach.tasks.change import change_task, drop_task, finish_task, hand_on, reopen_task
from accede.outreach.tasks.due import DueKind, due
from accede.outreach.tasks.held import tasks, workers
from accede.outreach.tasks.make import Wanted, make_task
from accede.outreach.tasks.withdrawals import watch
from accede.overview.load import EVERY_KIND, load
from accede.records.values import View
from accede.register.values import TreatyAction
from accede.vocabulary.activities import PromiseStanding
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.treaty_actions import TreatyActionKind

pytestmark = pytest.mark.usefixtures("register")

DORA = Actor("drafter", frozenset({Role.DRAFTER}))
MEMBER = Actor("member", frozenset({Role.MEMBER}))
WRITE = Wanted(what="Write to the Ministry", until=date(2026, 12, 1), state="KGZ")
TODAY = datetime.now(UTC).date()


def register_on(day: str):
    view = View(as_of=date.fromisoformat(day), known_on=datetime.now(UTC))
    return load(view, "apmbc", *EVERY_KIND)


def promised(**further):
    told = {
        "treaty": "apmbc",
        "by": "KGZ",
        "state": "KGZ",
        "what": "answers the questions in writing",
        "promised": PartialDate.parse("2026-11-01"),
        "standing": PromiseStanding.OPEN,
        "due": PartialDate.parse("2026-12-01"),
    }
    return record_promise(operator("ana"), Promise(**(told | further)))


def of_kind(kind, day="2026-11-23", actor=DORA):
    return [each for each in due(actor, register_on(day)) if each.kind is kind]


# Made, given, done


@pytest.mark.storage
def test_a_task_is_made_and_stands_where_its_day_puts_it(people):
    later = make_task(DORA, "apmbc", replace(WRITE, what="Ask the Embassy", until=None))
    first = make_task(DORA, "apmbc", WRITE)
    assert [each.pk for each in tasks(DORA, "apmbc")] == [first.pk, later.pk]
    assert tasks(MEMBER, "apmbc") == ()


def test_who_does_not_work_on_letters_makes_none(people):
    for role in (Role.MEMBER, Role.PUBLISHER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            make_task(Actor("x", frozenset({role})), "apmbc", WRITE)


def test_a_task_that_says_nothing_or_is_for_nobody_who_works_is_refused(people):
    for wrong in (
        replace(WRITE, what=" "),
        replace(WRITE, whose="member"),
        replace(WRITE, whose="nobody of that name"),
    ):
        with pytest.raises(Refused):
            make_task(DORA, "apmbc", wrong)
    with pytest.raises(UnknownName):
        make_task(DORA, "apmbc", replace(WRITE, state="XXX"))
    assert set(workers()) == {"drafter", "reviewer", "clearer"}


@pytest.mark.storage
def test_who_was_slower_overwrites_nothing(people):
    task = make_task(DORA, "apmbc", WRITE)
    change_task(DORA, task.pk, replace(WRITE, what="Call the Ministry"), expected_version=1)
    for late in (
        lambda: change_task(DORA, task.pk, WRITE, expected_version=1),
        lambda: finish_task(DORA, task.pk, expected_version=1),
        lambda: drop_task(DORA, task.pk, expected_version=1),
        lambda: hand_on(DORA, task.pk, "reviewer", expected_version=1),
    ):
        with pytest.raises(Refused, match="meanwhile"):
            late()
    assert Task.objects.get(pk=task.pk).what == "Call the Ministry"


def test_done_says_by_whom_and_can_be_taken_back(people):
    task = make_task(DORA, "apmbc", WRITE)
    assert finish_task(DORA, task.pk, expected_version=1).done_by == "drafter"
    assert tasks(DORA, "apmbc") == ()
    assert [each.pk for each in tasks(DORA, "apmbc", is_open=False)] == [task.pk]
    assert reopen_task(DORA, task.pk, expected_version=2).done_at is None
    drop_task(DORA, task.pk, expected_version=3)
    with pytest.raises(UnknownName):
        drop_task(DORA, task.pk, expected_version=4)


@pytest.mark.parametrize("sign", ["\x07", "\u202e", "\ufffe"])
def test_what_no_paper_can_print_is_refused(people, sign):
    with pytest.raises(Refused, match="unprintable"):
        make_task(DORA, "apmbc", replace(WRITE, what=f"Call {sign} the Ministry"))


def test_who_left_keeps_a_task_until_it_is_given_on(people):
    task = make_task(DORA, "apmbc", replace(WRITE, whose="clearer"))
    people["clearer"].terms.all().delete()
    changed = change_task(DORA, task.pk, replace(WRITE, whose="clearer", note="as before"), expected_version=1)
    assert changed.whose == "clearer"
    assert hand_on(DORA, task.pk, "reviewer", expected_version=2).whose == "reviewer"
    with pytest.raises(Refused, match="does not work"):
        hand_on(DORA, task.pk, "clearer", expected_version=3)


# What follows by itself


def test_reports_of_states_parties_are_due_on_the_30th_of_april():
    (found,) = of_kind(DueKind.REPORT, "2018-04-30")
    assert found.on == date(2018, 4, 30)
    (found,) = of_kind(DueKind.REPORT, "2018-05-01")
    assert found.on == date(2019, 4, 30)
    assert "7.2" in found.detail


def test_the_next_meetings_are_ahead_and_those_held_are_not():
    found = {each.about: each.on for each in of_kind(DueKind.MEETING, "2018-08-21")}
    assert found["17MSP"] == date(2018, 11, 26)
    assert all(day > date(2018, 8, 21) for day in found.values())


def test_a_withdrawal_says_its_day_and_what_holds_it_back():
    (poland,) = of_kind(DueKind.WITHDRAWAL, "2026-01-15")
    assert poland.states == ("POL",)
    assert poland.on == date(2026, 2, 20)
    assert "does not take effect before the end of an armed conflict" in poland.detail
    assert not of_kind(DueKind.WITHDRAWAL, "2026-02-20")


def test_a_withdrawal_without_a_stated_day_counts_six_months_and_is_not_sure():
    register = register_on("2026-11-23")
    fact = TreatyAction(
        treaty="apmbc",
        state="MLT",
        kind=TreatyActionKind.WITHDRAWAL,
        deposited=PartialDate.parse("2026-10-05"),
    )
    left = replace(register.actions[0], key="apmbc/MLT/withdrawal", fact=fact)
    found = watch(replace(register, actions=(*register.actions, left)))
    malta = next(each for each in found.leaving if each.iso3 == "MLT")
    assert malta.takes_effect == PartialDate.parse("2027-04-05")
    assert (malta.days_left, malta.is_stated, malta.held_back) == (133, False, "armed_conflict")
    assert found.rule.article == "20"


def test_a_treaty_without_a_rule_tells_no_day():
    register = register_on("2026-11-23")
    fact = TreatyAction(
        treaty="apmbc", state="MLT", kind=TreatyActionKind.WITHDRAWAL, deposited=PartialDate.parse("2026-10-05")
    )
    left = replace(register.actions[0], key="apmbc/MLT/withdrawal", fact=fact)
    without = replace(register.treaty, withdrawal=None)
    found = watch(replace(register, treaty=without, actions=(*register.actions, left)))
    assert next(each for each in found.leaving if each.iso3 == "MLT").takes_effect is None


def test_a_suspension_without_effect_is_told_as_announced():
    announced = {each.iso3: each.kind for each in watch(register_on("2025-08-01")).announced}
    assert announced == {"POL": TreatyActionKind.DECISION, "UKR": TreatyActionKind.SUSPENSION}


def test_a_promise_is_due_until_it_is_kept(people):
    key = promised()
    (found,) = of_kind(DueKind.PROMISE)
    assert (found.key, found.on, found.states) == (key, date(2026, 12, 1), ("KGZ",))
    assert found.is_overdue(date(2026, 12, 2))
    assert not of_kind(DueKind.PROMISE, actor=MEMBER)


# On the pages


def test_the_page_says_whose_a_task_is_and_takes_it(client_of):
    drafter = client_of("drafter")
    make_task(DORA, "apmbc", WRITE)
    page = drafter.get("/workspace/outreach/tasks/")
    assert "No task is yours. 1 is nobody" in page.content.decode()
    task = Task.objects.get()
    here = f"/workspace/outreach/tasks/of/{task.pk}/do/"
    assert drafter.post(here, {"what": "take", "version": "1"}).status_code == 303
    assert Task.objects.get().whose == "drafter"
    assert drafter.post(here, {"what": "done", "version": "1"}).status_code == 409
    assert drafter.post(here, {"what": "nothing", "version": "2"}).status_code == 400


def test_a_form_that_is_refused_keeps_what_was_typed(client_of):
    drafter = client_of("drafter")
    told = {"what": "Ask the <b>Mission</b>", "until": "2026-12-01", "state": "KGZ", "whose": "drafter"}
    assert drafter.post("/workspace/outreach/tasks/new/", told).status_code == 303
    task = Task.objects.get()
    here = f"/workspace/outreach/tasks/of/{task.pk}/"
    assert drafter.post(here, {**told, "what": "faster", "expected_version": "1"}).status_code == 303
    slower = drafter.post(here, {**told, "what": "slower", "expected_version": "1"})
    assert slower.status_code == 409
    assert 'value="slower"' in slower.content.decode()
    assert drafter.get("/workspace/outreach/tasks/of/999/").status_code == 404


def test_the_desk_and_the_mail_tell_of_ones_own_tasks_and_the_mail_does_not_quote_them(client_of, people, settings):
    from accede.workspace.work.digest import message

    settings.ACCEDE_ADDRESS = "https://register.example"
    make_task(DORA, "apmbc", replace(WRITE, what="Ask about zqsecretqz", whose="drafter"))
    promised(what="zqpromisedqz", due=PartialDate.on_day(TODAY - timedelta(days=1)))
    desk = client_of("drafter").get("/workspace/")
    headings = [each.heading for each in desk.context["page"].tasks]
    assert "1 task is yours" in headings
    assert "1 promise is due or overdue" in headings
    assert "zqsecretqz" in desk.content.decode()
    mail = message(people["drafter"], TODAY)
    whole = mail.body + mail.alternatives[0][0]
    assert "1 task is yours" in whole
    assert "zqsecretqz" not in whole
    assert "zqpromisedqz" not in whole
    assert "1 task is yours" not in client_of("reviewer").get("/workspace/").content.decode()


# The calendar


def made(client, **form) -> str:
    page = client.post("/workspace/outreach/tasks/calendar/", {"what": "make", **form})
    return page.context["page"].link.removeprefix("http://testserver")


def lines(body: bytes) -> list[str]:
    return body.decode().replace("\r\n ", "").split("\r\n")


def test_whoever_has_the_address_reads_the_days_without_an_account(client_of):
    make_task(DORA, "apmbc", replace(WRITE, what="zqwordsqz", note="zqnoteqz", whose="drafter"))
    promised(what="zqpromisedqz")
    address = made(client_of("drafter"))
    assert address.startswith("/calendar/")
    answer = Client().get(address)
    assert answer["Content-Type"].startswith("text/calendar")
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    told = lines(answer.content)
    assert told[0] == "BEGIN:VCALENDAR"
    assert "SUMMARY:Task: Kyrgyzstan" in told
    assert "DTSTART;VALUE=DATE:20261201" in told
    whole = answer.content.decode()
    for secret in ("zqwordsqz", "zqnoteqz", "zqpromisedqz", "drafter"):
        assert secret not in whole


def test_the_words_are_in_it_only_where_that_was_asked_for(client_of):
    make_task(DORA, "apmbc", replace(WRITE, what="zqwordsqz", whose="drafter"))
    make_task(DORA, "apmbc", replace(WRITE, what="zqothersqz", whose="reviewer"))
    whole = Client().get(made(client_of("drafter"), words="yes")).content.decode()
    assert "zqwordsqz" in whole
    assert "zqothersqz" not in whole


def test_a_new_address_ends_the_old_one_and_the_end_of_the_term_ends_both(client_of, people):
    drafter = client_of("drafter")
    old, new = made(drafter), made(drafter)
    assert Client().get(old).status_code == 404
    assert Client().get(new).status_code == 200
    assert CalendarAddress.objects.get().read_at
    people["drafter"].terms.all().delete()
    assert Client().get(new).status_code == 404


def test_an_address_that_was_ended_and_one_that_never_was_are_answered_alike(client_of):
    drafter = client_of("drafter")
    ended = made(drafter)
    assert drafter.post("/workspace/outreach/tasks/calendar/", {"what": "end"}).status_code == 303
    answers = [Client().get(path) for path in (ended, "/calendar/x.ics", f"/calendar/{'a' * 43}.ics")]
    assert {each.status_code for each in answers} == {404}
    assert len({each.content for each in answers}) == 1
    assert Client().post(ended).status_code == 405


def test_the_secret_is_kept_by_nobody(client_of):
    address = made(client_of("drafter"))
    token = address.rpartition("/")[2].removesuffix(".ics")
    assert len(token) >= 43
    assert token not in str(list(CalendarAddress.objects.values()))
    assert token not in client_of("drafter").get("/workspace/outreach/tasks/calendar/").content.decode()
    assert reverse("calendar-of", args=[token]) == address
