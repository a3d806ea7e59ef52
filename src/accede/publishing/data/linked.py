"""The data set as linked data: schema.org for search engines, DCAT for catalogues of open data. JSON-LD in both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from django.utils.safestring import SafeString, mark_safe

from accede.publishing.data.licence import LICENCE
from accede.publishing.data.place import FOLDER, place, root
from accede.publishing.data.seen import Seen
from accede.publishing.data.workbook import MEDIA_TYPE
from accede.publishing.register import PublicRegister
from accede.publishing.tables import TABLES

DATASET, CATALOG = "dataset.jsonld", "catalog.jsonld"
_DESCRIPTION = (
    "Which States have joined the {treaty} and what the others say, do, vote, report and attend, with the source of every "
    "value, as of {day}."
)
KEYWORDS = ("treaty universalization", "multilateral treaties", "disarmament", "United Nations", "voting records")
TABLE_FORMATS = (
    ("csv", "text/csv", "http://publications.europa.eu/resource/authority/file-type/CSV"),
    ("xlsx", MEDIA_TYPE, "http://publications.europa.eu/resource/authority/file-type/XLSX"),
    ("json", "application/json", "http://publications.europa.eu/resource/authority/file-type/JSON"),
)
"""The suffix of each file of a table, its media type, and that type's key among the file types of the European Union."""


def archive_name(treaty: str) -> str:
    """How the archive of everything is called."""
    return f"accede-{treaty}.zip"


def dataset(seen: Seen) -> bytes:
    """The data set as schema.org describes one, as a file in the folder of the data."""
    told = _dataset(seen.register, root(seen), root(seen))
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def within(register: PublicRegister, folder: str) -> SafeString:
    """The same of today for a page in a folder of the site, safe inside a `script` element."""
    told = msgspec.json.encode(_dataset(register, folder, FOLDER)).decode()
    return mark_safe(told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S308  no markup is left


def catalog(seen: Seen) -> bytes:
    """The data set as DCAT 2 describes one, in a catalogue of this one set."""
    register, files = seen.register, root(seen)
    first = register.treaty.dates.begins_on
    about = {
        "@id": place(f"{files}{CATALOG}", beside=files) + "#dataset",
        "@type": "dcat:Dataset",
        "dct:title": title_of(register),
        "dct:description": description_of(register),
        "dct:identifier": identifier(register),
        "dct:license": {"@id": LICENCE.address},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": "Accede"},
        "dct:modified": _typed(f"{seen.known_on:%Y-%m-%dT%H:%M:%SZ}", "xsd:dateTime"),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            **({"dcat:startDate": _typed(first.isoformat(), "xsd:date")} if first else {}),
            "dcat:endDate": _typed(seen.as_of.isoformat(), "xsd:date"),
        },
        "dcat:keyword": list(KEYWORDS),
        "dcat:landingPage": {"@id": place(FOLDER, beside=files)},
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:title": f"{title} ({suffix.upper()})",
                "dct:license": {"@id": LICENCE.address},
                "dct:format": {"@id": kind},
                "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media_type}"},
                "dcat:downloadURL": {"@id": place(path, beside=files)},
                "dcat:accessURL": {"@id": place(FOLDER, beside=files)},
            }
            for title, path, suffix, media_type, kind in _distributions(register, files)
        ],
    }
    told = {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": place(f"{files}{CATALOG}", beside=files),
        "@type": "dcat:Catalog",
        "dct:title": "Accede",
        "dct:description": f"Open data of the register of the {register.treaty.name()}",
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": "Accede"},
        "dcat:dataset": [about],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def _dataset(register: PublicRegister, folder: str, files: str) -> dict[str, Any]:
    first, view = register.treaty.dates.begins_on, register.view
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": title_of(register),
        "description": description_of(register),
        "identifier": identifier(register),
        "url": place(FOLDER, beside=folder),
        "license": LICENCE.address,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": "Accede"},
        "version": view.as_of.isoformat(),
        "dateModified": f"{view.known_on:%Y-%m-%dT%H:%M:%SZ}",
        "temporalCoverage": f"{first.isoformat() if first else '..'}/{view.as_of.isoformat()}",
        "keywords": list(KEYWORDS),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": f"{title} ({suffix.upper()})",
                "encodingFormat": media_type,
                "contentUrl": place(path, beside=folder),
            }
            for title, path, suffix, media_type, _ in _distributions(register, files)
        ],
    }


def _distributions(register: PublicRegister, files: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Title, path, suffix, media type and file type of each file that holds data."""
    zip_type = "http://publications.europa.eu/resource/authority/file-type/ZIP"
    yield "All tables", f"{files}{archive_name(register.treaty.key)}", "zip", "application/zip", zip_type
    for table in TABLES.values():
        for suffix, media_type, kind in TABLE_FORMATS:
            yield table.title, f"{files}{table.name}.{suffix}", suffix, media_type, kind


def title_of(register: PublicRegister) -> str:
    """What the data set is called."""
    return f"Register of the {register.treaty.name()}"


def description_of(register: PublicRegister) -> str:
    """What it holds, of which day."""
    return _DESCRIPTION.format(treaty=register.treaty.name(), day=register.view.as_of.isoformat())


def identifier(register: PublicRegister) -> str:
    """The same for the same day and instant, and for no other."""
    view = register.view
    return f"accede-{register.treaty.key}-{view.as_of.isoformat()}-{view.known_on:%Y%m%dT%H%M%SZ}"


def _typed(value: str, kind: str) -> dict[str, str]:
    return {"@value": value, "@type": kind}
