"""How a page is cited: by the day it speaks of and the instant it was known on, so that it can be found again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext

from accede.publishing.asked import Asked
from accede.publishing.wording import day

PUBLISHER = "Accede"


@dataclass(frozen=True, slots=True)
class Citation:
    """The same citation in three forms, and the address with the day in it.

    `address` is whole where the site knows where it stands (ACCEDE_ADDRESS), else from the root of the site.
    """

    address: str
    united_nations: str
    bibtex: str
    ris: str


def citation(asked: Asked, title: str) -> Citation:
    """The citation of the page that is asked for. A publication as plain files has no address of its own day."""
    as_of = asked.as_of
    place = asked.here if asked.days is not None else asked.to(asked.page.name, asked.of, day=as_of)
    address = f"{settings.ACCEDE_ADDRESS}{place}"
    return Citation(
        address=address,
        united_nations=gettext(
            "%(publisher)s, register of the %(treaty)s, “%(title)s”, information as of %(day)s, as released by "
            "%(instant)s. Available at %(address)s."
        )
        % {
            "publisher": PUBLISHER,
            "treaty": asked.treaty,
            "title": title,
            "day": day(as_of),
            "instant": asked.known_on,
            "address": address,
        },
        bibtex=_bibtex(asked, title, as_of, address),
        ris=_ris(asked, title, as_of, address),
    )


def _bibtex(asked: Asked, title: str, as_of: date, address: str) -> str:
    named = "-".join(str(part) for part in asked.of.values()) or asked.page.name
    key = re.sub(r"[^a-z0-9-]", "-", f"{PUBLISHER}-{asked.register.treaty.key}-{named}-{as_of}".lower())
    fields = {
        "title": f"{{{_escaped(title)}: {_escaped(asked.treaty)}}}",
        "author": f"{{{PUBLISHER}}}",
        "year": str(as_of.year),
        "url": address,
        "note": _escaped(f"Information as of {as_of.isoformat()}, as released by {_instant(asked)}"),
    }
    told = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{key},\n{told}\n}}"


def _ris(asked: Asked, title: str, as_of: date, address: str) -> str:
    lines = (
        ("TY", "ELEC"),
        ("TI", f"{title}: {asked.treaty}"),
        ("AU", PUBLISHER),
        ("PY", str(as_of.year)),
        ("DA", f"{as_of:%Y/%m/%d}"),
        ("UR", address),
        ("N1", f"Information as of {as_of.isoformat()}, as released by {_instant(asked)}"),
        ("LA", asked.language),
        ("ER", ""),
    )
    return "\n".join(f"{tag}  - {_on_one_line(value)}".rstrip() if tag != "ER" else "ER  -" for tag, value in lines)


def _instant(asked: Asked) -> str:
    return f"{asked.register.view.known_on:%Y-%m-%dT%H:%M:%SZ}"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """Without what BibTeX takes for markup."""
    return re.sub(r"([&%$#_{}])", r"\\\1", _on_one_line(text))
