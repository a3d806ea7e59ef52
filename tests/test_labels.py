"""Every closed list of the vocabulary knows its labels."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import accede.vocabulary
from accede.vocabulary.label import Labelled


def _lists() -> Iterator[type[Labelled]]:
    for module in pkgutil.iter_modules(accede.vocabulary.__path__, "accede.vocabulary."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, Labelled) and thing.__module__ == module.name:
                yield thing


LISTS = sorted((one for one in _lists() if one is not Labelled), key=lambda one: one.__name__)


def test_the_closed_lists_are_found() -> None:
    assert {"Ballot", "Standing", "TreatyActionKind", "Position", "Circumstance", "Step"} <= {
        one.__name__ for one in LISTS
    }


@pytest.mark.parametrize("closed_list", LISTS, ids=lambda one: one.__name__)
def test_every_member_has_a_label_of_its_own(closed_list: type[Labelled]) -> None:
    labels = [member.label for member in closed_list]
    assert all(label == label.strip() != "" for label in labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("closed_list", LISTS, ids=lambda one: one.__name__)
def test_every_value_is_the_key_of_one_member(closed_list: type[Labelled]) -> None:
    # A value given twice makes an alias in the Enum: the name is there, the member is not.
    assert len(closed_list.__members__) == len(list(closed_list))
    for member in closed_list:
        assert closed_list(str(member)) is member
        assert str(member).isascii()
        assert " " not in str(member)
