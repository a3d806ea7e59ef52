"""An answer as JSON's own types, in the shapes of the command-line contract. Pure."""

import dataclasses
from collections.abc import Mapping, Sequence, Set
from datetime import date, datetime
from typing import Any

from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate


def as_json(value: Any) -> Any:
    """Objects in the order of their fields, partial dates with their bounds, days and instants in ISO 8601.

    A field that is a word of Python ends in an underscore, which JSON does not show (`from_`); a field whose metadata has
    `in_json` False is for sentences alone.
    """
    match value:
        case None | bool() | int() | float():
            return value
        case PartialDate():
            return value.to_json()
        case Labelled() | str():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case Mapping():
            return {str(key): as_json(part) for key, part in value.items()}
        case Set():
            return sorted(as_json(part) for part in value)
        case Sequence():
            return [as_json(part) for part in value]
    shown = [field.name for field in dataclasses.fields(value) if field.metadata.get("in_json", True)]
    return {name.rstrip("_"): as_json(getattr(value, name)) for name in shown}
