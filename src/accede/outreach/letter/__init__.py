"""The letter to a State: what people write in each language, and the annex of what is on record about it, as one paper."""

from accede.outreach.letter.document import letter_document, register_for
from accede.outreach.letter.texts import default_texts
from accede.outreach.letter.variables import VARIABLES, refuse_unknown

__all__ = ["VARIABLES", "default_texts", "letter_document", "refuse_unknown", "register_for"]
