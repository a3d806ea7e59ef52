"""Reading a treaty's file: strictly, and with errors that name file and field."""

from importlib import resources

import pytest

from accede.register.treaty_file import read_treaty
from accede.vocabulary.errors import Unreadable
from accede.vocabulary.languages import Language
from accede.vocabulary.occasions import OccasionKind

FOLDER = resources.files("accede.data") / "treaties"
APMBC = (FOLDER / "apmbc.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(file.name for file in FOLDER.iterdir()))
def test_every_shipped_treaty_is_read(name):
    treaty = read_treaty((FOLDER / name).read_text(encoding="utf-8"), name)
    assert f"{treaty.key}.toml" == name
    assert treaty.name()
    assert treaty.entry_into_force
    assert treaty.withdrawal


def test_meetings_and_review_conferences_count_for_last_participation():
    treaty = read_treaty(APMBC, "apmbc.toml")
    assert treaty.counted_meetings == {OccasionKind.MSP, OccasionKind.RC}
    assert OccasionKind.IM in treaty.meeting_kinds


def test_a_language_without_a_name_has_the_english_one():
    text = APMBC.replace("[names.ru]", "[names.other]").replace("[names.other]", "[names.ru]")
    assert read_treaty(text, "apmbc.toml").name(Language.RUSSIAN) != read_treaty(text, "apmbc.toml").name()
    without = APMBC[: APMBC.index("[names.ru]")] + APMBC[APMBC.index("[names.zh]") :]
    assert read_treaty(without, "apmbc.toml").name(Language.RUSSIAN) == "Anti-Personnel Mine Ban Convention"


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("months = 6\nheld", "month = 6\nheld", "apmbc.toml: withdrawal.month: there is no such field"),
        ("months = 6\nheld", 'months = "6"\nheld', "apmbc.toml: withdrawal.months: '6' is not a whole number"),
        ("months = 6\nheld", "held", "apmbc.toml: withdrawal: the rule needs months"),
        ('in_force = "1999-03-01"', 'in_force = "1999-02-31"', "apmbc.toml: dates.in_force: 31 February 1999"),
        ('kind = "IM"', 'kind = "XM"', "apmbc.toml: meetings[3].kind: 'XM' is not known here"),
        ("[names.en]", "[names.xx]", "apmbc.toml: names: 'xx' is not known here"),
        ('key = "art4"\n', "", "apmbc.toml: obligations[3].key: this field is missing"),
        ("days = 180\n", "", "apmbc.toml: obligations.art7-initial: the rule needs days"),
        ("day = 30\n", "day = 31\n", "apmbc.toml: obligations.art7-annual: the rule needs month and day"),
        (
            "reasons_required = true",
            "reasons_required = 1",
            "apmbc.toml: withdrawal.reasons_required: 1 is not true or",
        ),
        ("[withdrawal]", "[withdrawal", "apmbc.toml: the file is not TOML"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_field(right, wrong, says):
    assert right in APMBC
    with pytest.raises(Unreadable) as error:
        read_treaty(APMBC.replace(right, wrong, 1), "apmbc.toml")
    assert str(error.value).startswith(says)


def test_the_english_name_is_needed():
    text = APMBC[: APMBC.index("[names.en]")] + APMBC[APMBC.index("[names.fr]") :]
    with pytest.raises(Unreadable, match="names: the rule needs en"):
        read_treaty(text, "apmbc.toml")
