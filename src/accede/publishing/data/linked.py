"""The data set as linked data: schema.org for search engines, DCAT for catalogues of open data. JSON-LD in both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from django.utils.safestring import SafeString, mark_safe

from accede.publishing.data.licence import LICENCE
from accede.publishing.data.place import place, root
from accede.publishing.data.seen import Seen
from accede.publishing.data.workbook import MEDIA_TYPE
from accede.publishing.tables import TABLES

DATASET, CATALOG = "dataset.jsonld", "catalog.jsonld"
DESCRIPTION = (
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


def dataset(seen: Seen) -> bytes:
    """The data set as schema.org describes one, as a file in the folder of the data."""
    return msgspec.json.format(msgspec.json.encode(_dataset(seen, root(seen))), indent=1) + b"\n"


def within(seen: Seen, folder: str) -> SafeString:
    """The same for a page in a folder of the site, safe inside a `script` element."""
    told = msgspec.json.encode(_dataset(seen, folder)).decode()
    return mark_safe(told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S308


def catalog(seen: Seen) -> bytes:
    """The data set as DCAT 2 describes one, in a catalogue of this one set."""
    register, first = seen.register, _adopted(seen)
    about = {
        "@id": place(f"{root(seen)}{CATALOG}", seen) + "#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _title(seen),
        "dct:description": DESCRIPTION.format(treaty=register.treaty.name(), day=seen.as_of.isoformat()),
        "dct:identifier": _identifier(seen),
        "dct:license": {"@id": LICENCE.address},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": "Accede"},
        "dct:modified": _typed(f"{seen.known_on:%Y-%m-%dT%H:%M:%SZ}", "xsd:dateTime"),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            **({"dcat:startDate": _typed(first.isoformat(), "xsd:date")} if first else {}),
            "dcat:endDate": _typed(seen.as_of.isoformat(), "xsd:date"),
        },
        "dcat:keyword": list(KEYWORDS),
        "dcat:landingPage": {"@id": place("data/", seen)},
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:title": f"{title} ({suffix.upper()})",
                "dct:license": {"@id": LICENCE.address},
                "dct:format": {"@id": kind},
                "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media_type}"},
                "dcat:downloadURL": {"@id": place(path, seen)},
                "dcat:accessURL": {"@id": place("data/", seen)},
            }
            for title, path, suffix, media_type, kind in _distributions(seen)
        ],
    }
    told = {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": place(f"{root(seen)}{CATALOG}", seen),
        "@type": "dcat:Catalog",
        "dct:title": "Accede",
        "dct:description": f"Open data of the register of the {register.treaty.name()}",
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": "Accede"},
        "dcat:dataset": [about],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def _dataset(seen: Seen, folder: str) -> dict[str, Any]:
    first = _adopted(seen)
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": _title(seen),
        "description": DESCRIPTION.format(treaty=seen.register.treaty.name(), day=seen.as_of.isoformat()),
        "identifier": _identifier(seen),
        "url": place("data/", seen, beside=folder),
        "license": LICENCE.address,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": "Accede"},
        "version": seen.as_of.isoformat(),
        "dateModified": f"{seen.known_on:%Y-%m-%dT%H:%M:%SZ}",
        "temporalCoverage": f"{first.isoformat() if first else '..'}/{seen.as_of.isoformat()}",
        "keywords": list(KEYWORDS),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": f"{title} ({suffix.upper()})",
                "encodingFormat": media_type,
                "contentUrl": place(path, seen, beside=folder),
            }
            for title, path, suffix, media_type, _ in _distributions(seen)
        ],
    }


def _distributions(seen: Seen) -> Iterator[tuple[str, str, str, str, str]]:
    """Title, path, suffix, media type and file type of each file that holds data."""
    folder = root(seen)
    zip_type = "http://publications.europa.eu/resource/authority/file-type/ZIP"
    yield "All tables", f"{folder}accede-{seen.treaty}.zip", "zip", "application/zip", zip_type
    for table in TABLES.values():
        for suffix, media_type, kind in TABLE_FORMATS:
            yield table.title, f"{folder}{table.name}.{suffix}", suffix, media_type, kind


def _title(seen: Seen) -> str:
    return f"Register of the {seen.register.treaty.name()}"


def _identifier(seen: Seen) -> str:
    return f"accede-{seen.treaty}-{seen.as_of.isoformat()}-{seen.known_on:%Y%m%dT%H%M%SZ}"


def _adopted(seen: Seen) -> date | None:
    adopted = seen.register.treaty.dates.adopted
    return adopted.earliest if adopted else None


def _typed(value: str, kind: str) -> dict[str, str]:
    return {"@value": value, "@type": kind}
