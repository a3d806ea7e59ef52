"""What was read in a statement, in words."""

from django.utils.translation import gettext

from accede.evidence.values import Code
from accede.vocabulary.statements import Circumstance, CodeKind, Position, Step

_LISTS = {
    CodeKind.POSITION: Position,
    CodeKind.CIRCUMSTANCE: Circumstance,
    CodeKind.CONDITION: Circumstance,
    CodeKind.STEP: Step,
}
"""The list from which a code of a kind is taken."""


def code_words(code: Code) -> str:
    """A code in words; one that is in no list as it is."""
    try:
        return gettext(_LISTS[code.kind](code.code).label)
    except ValueError:
        return code.code
