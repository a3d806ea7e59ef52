"""From one presidency to the next in one step: what stands open is listed, tasks go on, calendars close, the paper tells it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from accede.accounts.actor import Actor, operator
from accede.accounts.models import AccountEntry, Term, User
from accede.accounts.policy import Role
from accede.accounts.terms import roles_of
from accede.activities.letters import Letter, Round
from accede.activities.threads import Offer, Promise
from accede.outreach.done.offer import make_offer
from accede.outreach.done.promise import record_promise
from accede.outreach.models import CalendarAddress, Contact, Task
from accede.outreach.tasks.address import make_address
from accede.outreach.tasks.hand_over import hand_over, mark
from accede.outreach.tasks.paper import told_in_paper
from accede.outreach.tasks.threads import OpenThread, open_threads
from accede.overview.load import EVERY_KIND, load
from accede.paper.tree import text_of
from accede.records.values import View
from accede.records.write import writing
from accede.reporting.recipes.handover import Thread, handover
from accede.vocabulary.activities import OfferStanding, PromiseStanding
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.letters import Addressees, LetterForm, LetterStep
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification

pytestmark = pytest.mark.usefixtures("register")

ADMIN = Actor("administrator", frozenset({Role.ADMINISTRATOR}))
CLEARER = Actor("clearer", frozenset({Role.CLEARER}))
NORWAY = "Norway 2026"
ROUND = "apmbc/round/2026-03-12"


def day(text):
    return PartialDate.parse(text)


def letters(**by_state):
    """A round of 12 March 2026 with a letter to each of these States at its step."""
    told = Round(
        treaty="apmbc",
        title="Information and the next meetings",
        presidency="ZMB",
        on=day("2026-03-12"),
        as_of=day("2026-03-12"),
        form=LetterForm.LETTER,
        addressees=Addressees.CHOSEN,
        activity="apmbc/letters/2026",
        due=day("2026-05-12"),
    )
    with writing("ana", "plan a round") as write:
        write.record(ROUND, told, source="", classification=Classification.PRESIDENCY)
        for iso3, step in by_state.items():
            letter = Letter(
                treaty="apmbc", round=ROUND, state=iso3, language="en", step=step, step_on=day("2026-03-12")
            )
            write.record(f"{ROUND}/{iso3}", letter, source="", classification=Classification.PRESIDENCY)


def promise(**further):
    told = {
        "treaty": "apmbc",
        "by": "President",
        "state": "KGZ",
        "what": "sends the text in Russian",
        "promised": day("2026-06-01"),
        "standing": PromiseStanding.OPEN,
        "due": day("2026-12-31"),
    }
    return record_promise(operator("ana"), Promise(**(told | further)))


def offer():
    told = Offer(treaty="apmbc", by="AUT", state="LAO", offered=day("2026-02-03"), standing=OfferStanding.OFFERED)
    return make_offer(operator("ana"), told)


def task(whose="clearer", **further):
    told = {
        "treaty": "apmbc",
        "what": "Call the Embassy",
        "whose": whose,
        "made_by": "ana",
        "made_at": datetime.now(UTC),
    }
    return Task.objects.create(**(told | further))


def contact(**further):
    told = {
        "state": "KGZ",
        "post": "geneva",
        "organization": "Permanent Mission",
        "person": "zqpersonqz",
        "email": "zqmailqz@example.org",
        "language": "ru",
        "changed_by": "ana",
        "changed_at": datetime.now(UTC),
    }
    return Contact.objects.create(**(told | further))


def now_register():
    return load(View(as_of=datetime.now(UTC).date(), known_on=datetime.now(UTC)), "apmbc", *EVERY_KIND)


def paper_text(language="en"):
    return "\n".join(f"{each.lead}\n" + "\n".join(each.lines) for each in told_in_paper(now_register(), language))


# What stands open


def test_open_letters_are_counted_by_what_they_wait_for():
    letters(
        ARM=LetterStep.DRAFTED,
        AZE=LetterStep.SENT,
        CUB=LetterStep.REPLIED,
        EGY=LetterStep.ACKNOWLEDGED,
        IND=LetterStep.CLOSED,
    )
    (one,) = open_threads("apmbc", on=date(2026, 5, 12)).rounds
    assert (one.unsent, one.unanswered, one.overdue) == (("ARM",), ("AZE", "EGY"), ())
    (late,) = open_threads("apmbc", on=date(2026, 5, 13)).rounds
    assert late.overdue == ("AZE", "EGY")


def test_everything_open_is_counted_and_what_is_settled_is_not():
    promise()
    promise(standing=PromiseStanding.KEPT)
    offer()
    task()
    task(done_at=datetime.now(UTC))
    contact(keep_until=date(2026, 1, 1))
    contact(keep_until=date(2099, 1, 1))
    counts = open_threads("apmbc").counts
    assert {each: number for each, number in counts.items() if number} == {
        OpenThread.PROMISES: 1,
        OpenThread.OFFERS: 1,
        OpenThread.TASKS: 1,
        OpenThread.CONTACTS: 1,
    }


def test_another_treatys_work_is_not_handed_over_with_this_one():
    task(treaty="ccm")
    promise(treaty="ccm")
    assert not any(open_threads("apmbc").counts.values())


def test_replies_that_are_due_stand_under_tasks_by_round_and_day(client_of):
    letters(AZE=LetterStep.SENT, EGY=LetterStep.SENT, CUB=LetterStep.REPLIED)
    page = client_of("drafter").get("/workspace/outreach/tasks/").context["page"]
    (line,) = [each for each in page.coming if each.kind == "reply to letters"]
    assert line.words == "2 replies to the letters of 12 March 2026: Information and the next meetings"
    assert (line.day, line.stage, line.detail) == ("12 May 2026", "overdue", "Azerbaijan and Egypt")
    assert line.address == f"/workspace/outreach/letters/round/{ROUND}"


# In one step


@pytest.mark.storage
def test_terms_end_tasks_go_on_and_calendars_close_together(people):
    hers, done, others = task(), task(done_at=datetime.now(UTC)), task("drafter")
    make_address(CLEARER)
    make_address(Actor("drafter", frozenset({Role.DRAFTER})))
    handed = hand_over(ADMIN, NORWAY, treaty="apmbc", why="Hand-over at the 24MSP", to="reviewer")
    assert ([term.role for term in handed.terms], handed.tasks, handed.calendars) == (["clearer"], 1, 1)
    assert not roles_of(User.objects.get(username="clearer"), datetime.now(UTC).date())
    whose = dict(Task.objects.values_list("pk", "whose"))
    assert whose == {hers.pk: "reviewer", done.pk: "clearer", others.pk: "drafter"}
    assert list(CalendarAddress.objects.values_list("username", flat=True)) == ["drafter"]


def test_what_stood_open_is_noted_in_numbers_and_says_nothing_of_it(people):
    promise(what="zqpromisedqz")
    task()
    hand_over(ADMIN, NORWAY, treaty="apmbc", why="Hand-over")
    noted = AccountEntry.objects.filter(account=NORWAY).get().details
    assert "1 promises that are open" in noted
    assert "1 tasks went to nobody yet" in noted
    assert "zqpromisedqz" not in noted


def test_who_stays_keeps_tasks_and_calendar(people):
    Term.objects.create(
        user=people["clearer"],
        role="drafter",
        starts=date(2018, 1, 1),
        granted_by="operator",
        granted_at=datetime.now(UTC),
    )
    task()
    make_address(CLEARER)
    handed = hand_over(ADMIN, NORWAY, treaty="apmbc", why="Hand-over", to="reviewer")
    assert (handed.tasks, handed.calendars) == (0, 0)
    assert Task.objects.get().whose == "clearer"


def test_nothing_ends_where_a_task_would_go_to_who_leaves_too(people):
    task()
    with pytest.raises(Refused, match="does not work on letters"):
        hand_over(ADMIN, NORWAY, treaty="apmbc", why="Hand-over", to="clearer")
    assert roles_of(User.objects.get(username="clearer"), datetime.now(UTC).date())
    assert not AccountEntry.objects.filter(account=NORWAY).exists()
    with pytest.raises(UnknownName):
        hand_over(ADMIN, "Nowhere 2026", treaty="apmbc", why="Hand-over")


def test_what_came_meanwhile_is_looked_at_first(people):
    seen = mark("apmbc")
    promise()
    with pytest.raises(Refused, match="changed while you read it"):
        hand_over(ADMIN, NORWAY, treaty="apmbc", why="Hand-over", seen=seen)
    assert hand_over(ADMIN, NORWAY, treaty="apmbc", why="Hand-over", seen=mark("apmbc")).terms


def test_the_administrators_page_lists_numbers_and_hands_over(client_of):
    promise(what="zqpromisedqz")
    task()
    admin = client_of("administrator")
    here = "/workspace/administration/accounts/presidency/Norway%202026/"
    page = admin.get(here).content.decode()
    assert "1 · promises that are open" in page
    assert "zqpromisedqz" not in page
    ticks = ["drafts", "letters", "papers", "handover", "threads", "next"]
    form = {"checked": ticks, "why": "24MSP", "to": "drafter", "seen": "0.0"}
    slower = admin.post(here, form)
    assert slower.status_code == 400
    assert "changed while you read it" in slower.content.decode()
    assert f'value="{mark("apmbc")}"' in slower.content.decode()
    assert admin.post(here, {**form, "seen": mark("apmbc")}).status_code == 303
    assert Task.objects.get().whose == "drafter"


# The paper and the page


def test_the_paper_tells_every_thread_and_names_no_person():
    letters(ARM=LetterStep.DRAFTED, AZE=LetterStep.SENT)
    promise()
    offer()
    task(until=date(2026, 12, 1), state="KGZ", note="zqnoteqz")
    contact(keep_until=date(2026, 1, 1))
    told = paper_text()
    assert "Information and the next meetings, 12 March 2026; not sent: 1 (Armenia); no reply: 1 (Azerbaijan)" in told
    assert "The President (Kyrgyzstan): sends the text in Russian; promised 1 June 2026; due 31 December 2026" in told
    assert "Austria offers to approach the Lao People’s Democratic Republic (3 February 2026)" in told.replace("'", "’")
    assert "Kyrgyzstan: Call the Embassy; due 1 December 2026" in told
    assert "1 contact is to be looked at again" in told
    for person in ("zqpersonqz", "zqmailqz", "zqnoteqz", "clearer"):
        assert person not in told


def test_what_is_not_there_is_said():
    told = paper_text()
    assert "No round of letters is open." in told
    assert "No promise is open." in told
    assert "Somebody to write to is held for 0 of the 35 States outside." in told


def test_the_recipe_prints_what_it_is_given_and_else_says_that_it_is_not_held():
    given = (Thread("Promises that are open:", ("President: sends a text",)),)
    told = handover(now_register(), further=given)
    headings = [text_of(each.heading) for each in told.sections if each.number]
    assert headings[-2:] == ["In hand", "Not held"]
    assert [each.number for each in told.sections if each.number][-1] == "VIII"
    assert "contacts at missions" not in str(told)
    assert "President: sends a text" in str(told)
    without = handover(now_register())
    assert "In hand" not in [text_of(each.heading) for each in without.sections]
    assert "contacts at missions" in str(without)


def test_the_page_shows_what_the_paper_will_say_and_gives_tasks_on(client_of):
    promise()
    task("clearer")
    drafter = client_of("drafter")
    page = drafter.get("/workspace/outreach/hand-over/")
    assert "2 things stand open." in page.content.decode()
    assert "sends the text in Russian" in page.content.decode()
    assert drafter.post("/workspace/outreach/hand-over/", {"whose": "clearer", "to": "member"}).status_code == 409
    assert drafter.post("/workspace/outreach/hand-over/", {"whose": "clearer", "to": "drafter"}).status_code == 303
    assert Task.objects.get().whose == "drafter"


def test_who_does_not_work_on_letters_sees_no_hand_over(client_of):
    for role in ("member", "publisher", "administrator"):
        assert client_of(role).get("/workspace/outreach/hand-over/").status_code == 403
    assert Client().get("/workspace/outreach/hand-over/").status_code == 302
