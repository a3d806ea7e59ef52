"""The index of a publication: a script that brings the texts, which a page opened from a folder may load as well."""

from __future__ import annotations

import msgspec
from django.utils.translation import gettext, override

from accede.publishing.asked import Asked
from accede.publishing.search.synonyms import groups
from accede.publishing.search.texts import texts
from accede.publishing.site.links import file_of


def script(asked: Asked) -> bytes:
    """The texts with the files they are in, from the folder of the search page; `asked` asks for that page."""
    with override(asked.language):
        return b"accedeTexts(" + msgspec.json.encode(_told(asked)) + b");\n"


def _told(asked: Asked) -> dict[str, object]:
    up = "../" * asked.here.count("/", 1)
    return {
        "texts": [
            {
                "kind": gettext(one.kind.label),
                "title": one.title,
                "body": one.body,
                "beside": one.beside,
                "language": one.language,
                "address": up + file_of(asked.to(one.page, one.of)) + (f"#{one.anchor}" if one.anchor else ""),
            }
            for one in texts(asked.register)
        ],
        "synonyms": groups(),
        "said": {
            "empty": gettext("Find a State by any of its names, and what was said, claimed and done."),
            "some": gettext("Results for “{question}”: {number}."),
            "none": gettext("Nothing is found for “{question}”."),
        },
    }
