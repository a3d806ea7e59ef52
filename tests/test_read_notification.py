"""The depositary: notifications of one action, and the table of all of them."""

from __future__ import annotations

import pytest

from accede.intake.findings import DocumentKind
from accede.register.values import TreatyAction
from reader_cast import facts, sample, written

FORM = """Reference: C.N.77.2031.TREATIES-{number} (Depositary Notification)

{action}

The Secretary-General of the United Nations, acting in his capacity as depositary, communicates:

{told}

4 March 2031
"""
DONE = "The above action was effected on 3 March 2031."


def notified(tmp_path, action: str, told: str = DONE, number: str = "XXVI.5"):
    return written(tmp_path, FORM.format(action=action, told=told, number=number))


def days(action: TreatyAction) -> tuple[str, str]:
    return action.deposited.edtf, action.effective.edtf if action.effective else ""


def test_an_accession_with_its_entry_into_force():
    found = sample("depositary_notification.txt")
    (action,) = facts(found, TreatyAction)
    assert (found.kind, found.title) == (DocumentKind.DEPOSITARY_NOTIFICATION, "C.N.77.2031.TREATIES-XXVI.5")
    assert (action.treaty, action.state, action.kind, *days(action)) == (
        "apmbc", "TON", "accession", "2031-03-03", "2031-09-01",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("RATIFICATION", "ratification"),
        ("ACCEPTANCE", "acceptance"),
        ("APPROVAL", "approval"),
        ("SUCCESSION", "succession"),
        ("SIGNATURE", "signature"),
        ("WITHDRAWAL", "withdrawal"),
        ("NOTIFICATION OF WITHDRAWAL", "withdrawal"),
        ("Denunciation", "withdrawal"),
        ("3 ACCESSION", "accession"),
    ],
)
def test_each_kind_of_action(tmp_path, words, kind):
    (action,) = facts(notified(tmp_path, f"NEPAL: {words}"), TreatyAction)
    assert action.kind == kind


@pytest.mark.parametrize(
    ("number", "treaty"), [("XXVI.5", "apmbc"), ("XXVI-6", "ccm"), ("XXVI.2.d", "ccw-pv"), ("IV.15", "crpd")]
)
def test_the_treaty_is_known_by_its_number(tmp_path, number, treaty):
    (action,) = facts(notified(tmp_path, "NEPAL: ACCESSION", number=number), TreatyAction)
    assert action.treaty == treaty


def test_a_treaty_that_is_not_held_is_not_taken_for_another(tmp_path):
    found = notified(tmp_path, "NEPAL: ACCESSION", number="II.1")
    assert found.proposals == ()
    assert "about a treaty that is not held" in str(found.refusal(name="cn.txt"))


def test_when_a_withdrawal_takes_effect_is_read(tmp_path):
    told = f"{DONE}\n\nThe action shall take effect for Nepal on 3 September 2031."
    (action,) = facts(notified(tmp_path, "NEPAL: WITHDRAWAL", told), TreatyAction)
    assert days(action) == ("2031-03-03", "2031-09-03")


def test_two_actions_in_one_notification(tmp_path):
    found = notified(tmp_path, "NEPAL: ACCESSION\n\nTONGA: ACCESSION")
    assert [one.state for one in facts(found, TreatyAction)] == ["NPL", "TON"]


@pytest.mark.parametrize(
    ("action", "told", "why"),
    [
        ("ATLANTIS: ACCESSION", DONE, "“ATLANTIS” is not the name of a State"),
        ("CHINACUBA: ACCESSION", DONE, "is not the name of a State"),
        ("NEPAL: ACCESSION", "The day is not told.", "gives no day of the action"),
        ("NEPAL: ACCESSION", "The above action was effected on 31 February 2031.", "gives no day of the action"),
        ("NEPAL: ACCESSION", "The above action was effected in March 2031.", "gives no day of the action"),
        ("RECTIFICATION OF THE FRENCH TEXT", DONE, "names no action"),
    ],
)
def test_what_is_not_told_or_not_known_is_refused(tmp_path, action, told, why):
    found = notified(tmp_path, action, told)
    assert facts(found, TreatyAction) == []
    assert why in str(found.refusal(name="cn.txt"))


def test_a_notification_cut_off_is_said_to_be(tmp_path):
    found = notified(tmp_path, "NEPAL: ACCESSION", f"{DONE}\n\n[text ends here]")
    assert "cut off" in str(found.refusal(name="cn.txt"))


def test_the_table_tells_the_kind_of_each_instrument_by_a_letter():
    found = sample("depositary_table.html")
    assert (found.kind, found.treaty, found.issued.edtf) == (DocumentKind.DEPOSITARY_TABLE, "ccm", "2031-03-12")
    assert [(one.state, one.kind, one.deposited.edtf) for one in facts(found, TreatyAction)] == [
        ("AFG", "signature", "2008-12-03"),
        ("AFG", "ratification", "2011-09-08"),
        ("ALB", "signature", "2008-12-03"),
        ("ALB", "acceptance", "2009-06-16"),
        ("AND", "accession", "2013-04-09"),
        ("CYP", "signature", "2009-09-23"),
    ]


def test_a_cell_of_the_table_that_is_no_day_is_refused(tmp_path):
    found = written(tmp_path, "Participant,Signature\nNepal,soon\nTonga,3 Dec 2008\n", "table.csv")
    assert [one.state for one in facts(found, TreatyAction)] == ["TON"]
    assert "soon" in str(found.refusal(name="table.csv"))
