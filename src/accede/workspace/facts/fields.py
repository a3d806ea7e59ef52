"""The field of a form for a field of a fact, told by its type and, where that is text, by its name."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext, gettext_lazy

from accede.evidence.values import Code
from accede.register.values import Occasion
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.state_names import StateName
from accede.workspace.facts.codes import CodesField
from accede.workspace.facts.dates import DateField
from accede.workspace.facts.labels import HELP, label_of
from accede.workspace.facts.offered import states
from accede.workspace.facts.several import BallotsField, LinesField, StatesField
from accede.workspace.facts.words import LONG, SHORT, AddressField, KeyField, WordsField

PARAGRAPHS = frozenset({"text", "summary", "translation", "note", "definition", "scope", "regional_group_note"})
HIDDEN = frozenset({"anchor_prefix", "anchor_suffix"})
STATES = frozenset({"state", "country", "presidency", "about_state"})
SUGGESTED = frozenset({"occasion"})
FIXED = frozenset({"kept_sha256"})
"""What is computed: a form shows it and does not take it."""
MAY_BE_EMPTY = frozenset({"occasion", "presidency"})
"""Texts without a default that a fact may have empty all the same."""
GREATEST = 2**31 - 1
UNKNOWN = "unknown"


def form_field(fact: type, field: dataclasses.Field[Any], hint: Any) -> forms.Field:
    """The field of a form for one of a fact."""
    inner, optional = _without_none(hint)
    has_default = field.default is not dataclasses.MISSING
    about: dict[str, Any] = {
        "label": gettext_lazy(label_of(fact, field.name)),
        "help_text": gettext_lazy(HELP[field.name]) if field.name in HELP else "",
        "required": not (optional or has_default),
        "template_name": "workspace/facts/field.html",
    }
    if inner is PartialDate:
        return DateField(**about)
    if inner is bool:
        return _truth(optional, about)
    if inner is int:
        return forms.IntegerField(min_value=0, max_value=GREATEST, **about)
    if typing.get_origin(inner) is tuple:
        return _several(field.name, typing.get_args(inner)[0], about)
    if isinstance(inner, type) and issubclass(inner, Labelled):
        return _one_of(inner, optional, about)
    return _words(fact, field.name, about)


def _words(fact: type, name: str, about: dict[str, Any]) -> forms.Field:
    if name in MAY_BE_EMPTY or (fact is Occasion and name == "treaty"):
        about["required"] = False
    if name == "treaty":
        return forms.ChoiceField(**about)  # what it offers is known when the form is asked for
    if name in STATES:
        return forms.ChoiceField(choices=lazy(_states, list)(), **about)
    if name in SUGGESTED:
        return KeyField(**about)
    if name == "url":
        return AddressField(**about)
    if name in HIDDEN:
        return WordsField(widget=forms.HiddenInput, strip=False, max_length=SHORT, **about)
    if name == "language":
        return forms.RegexField(r"\A[a-z]{2,3}\Z", widget=forms.TextInput(attrs={"autocomplete": "off"}), **about)
    if name in PARAGRAPHS and fact is not StateName:
        kind = "quotation" if name in ("text", "translation") else ""
        return WordsField(widget=forms.Textarea(attrs={"rows": 4, "class": kind}), max_length=LONG, **about)
    return WordsField(max_length=SHORT, disabled=name in FIXED, **about)


def _several(name: str, inner: Any, about: dict[str, Any]) -> forms.Field:
    about["required"] = False
    if inner is Code:
        return CodesField(**about)
    if name == "ballots":
        return BallotsField(**about)
    return StatesField(**about) if name == "towards" else LinesField(**about)


def _one_of(kind: type[Labelled], optional: bool, about: dict[str, Any]) -> forms.Field:
    def choices() -> list[tuple[str, str]]:
        return [*_NOTHING, *((member.value, gettext(member.label)) for member in kind)]

    empty = None if optional else ""
    return forms.TypedChoiceField(choices=lazy(choices, list)(), coerce=kind, empty_value=empty, **about)


def _truth(optional: bool, about: dict[str, Any]) -> forms.Field:
    about["required"] = False
    if not optional:
        return forms.BooleanField(**about)

    def choices() -> list[tuple[str, str]]:
        return [(UNKNOWN, gettext("not told")), ("True", gettext("yes")), ("False", gettext("no"))]

    told = {UNKNOWN: None, "True": True, "False": False}
    coerce: Callable[[str], bool | None] = told.__getitem__
    return forms.TypedChoiceField(choices=lazy(choices, list)(), coerce=coerce, empty_value=None, **about)


_NOTHING = (("", "—"),)


def _states() -> list[tuple[str, str]]:
    return [*_NOTHING, *states()]


def _without_none(hint: Any) -> tuple[Any, bool]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        kinds = [kind for kind in typing.get_args(hint) if kind is not types.NoneType]
        return kinds[0], True
    return hint, False
