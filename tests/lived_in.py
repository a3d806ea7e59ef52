"""A register in which every kind of record, every event, every folder of kept files and every other table has been used."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

from django.apps import apps

from accede.evidence.models import Ballot
from accede.evidence.record import add
from accede.records import kept
from accede.records.manifest import stored_models
from accede.records.models import MODEL_OF_FACT, Appended, AuditEntry, EventKind
from accede.records.write import writing
from accede.vocabulary.ballots import Ballot as Cast
from accede.vocabulary.statements import TextKind
from sown import fact_with, row_with

OF_DJANGO = ("django_content_type", "auth_permission", "django_migrations")
"""Tables that a set-up fills."""
PLAIN = frozenset({"language", "text", "tree_sha256", "kept_sha256", "content_sha256", "file_sha256"})
"""Texts that are no words: left empty, or given below."""


def live_in(word: str) -> None:
    """Let people have worked with everything; each use has a word of its own."""
    kept_in = {folder: kept.keep(folder, f"{word} in {folder}".encode()) for folder in kept.FOLDERS}
    files = {
        "kept_sha256": kept_in["sources"],
        "tree_sha256": kept_in["editions"],
        "content_sha256": kept_in["letters"],
        "file_sha256": kept_in["letters"],
    }
    given = {**files, "treaty": "apmbc", "state": "ARM", "language": "en", "text_kind": TextKind.SUMMARY}
    for fact, model in MODEL_OF_FACT.items():
        kind, key = model.record_kind(), f"{word}/{model.record_kind()}"
        ballots = {"ballots": (("ARM", Cast.IN_FAVOUR), ("LAO", Cast.ABSTAINED))} if kind == "rollcall" else {}
        with writing(word, "record", reason=f"{word}: é 中 ع") as write:
            add(write, key, fact_with(fact, word, given | ballots, PLAIN), source="", locator=word)
        with writing(word, "judge", reason=word) as write:
            for happening in EventKind:
                write.happen(happening, model, key, 1, other=key)
    others = [model for model in stored_models(apps) if not issubclass(model, Appended | AuditEntry | Ballot)]
    before = {model: model._default_manager.count() for model in others}
    for model, rows in before.items():
        # A row may have come with one that needs it.
        if model._meta.db_table not in OF_DJANGO and model._default_manager.count() == rows:
            row_with(model, word, _given(model, word))


def _given(model: type[Any], word: str) -> dict[str, Any]:
    """What a row cannot be without, or must not share with another."""
    values: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        match field.get_internal_type():
            case "JSONField":
                values[field.name] = {"zwei": [1, None, True], "é": {"longer": 1.5, "b": "中"}, "a": word}
            case "GenericIPAddressField":
                values[field.name] = "2001:db8::7"
            case "CharField" if field.name in ("state", "of_state") and field.max_length == 3:
                values[field.name] = "ARM"
            case "CharField" if field.unique and field.max_length == 64:
                values[field.name] = hashlib.sha256(word.encode()).hexdigest()
            case "DateTimeField":
                values[field.name] = datetime(2018, 3, 5, 12, 30, 15, 123456, UTC)
            case "ForeignKey" | "OneToOneField":
                values[field.name] = field.related_model._default_manager.order_by("-pk").first()
    return {name: value for name, value in values.items() if value is not None}
