"""Closed lists whose members know their label."""

from enum import StrEnum


class Labelled(StrEnum):
    """A member's value is its key in files, tables and JSON; its label is what people read (English; translated at the page)."""

    label: str

    def __new__(cls, key: str, label: str = "") -> "Labelled":
        member = str.__new__(cls, key)
        member._value_ = key
        member.label = label
        return member
