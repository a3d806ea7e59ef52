"""What people did in a register of old, written so that every version since the first runs it (`make.py`)."""

from dataclasses import replace
from datetime import UTC, date, datetime

from django.apps import apps

from accede.evidence.models import PracticeVersion
from accede.evidence.record import record
from accede.evidence.supersede import supersede
from accede.evidence.values import Check
from accede.records import kept
from accede.records.current import current
from accede.records.models import SourceVersion
from accede.records.values import View
from accede.vocabulary.partial_date import PartialDate

try:
    from accede.accounts.actor import operator
except ImportError:  # before there were roles
    operator = str

ANA = operator("ana")
NOW = View(as_of=date.max, known_on=datetime.now(UTC))

(held,) = current(PracticeVersion, NOW, key="apmbc/AFG/practice/use/2")
fact = replace(held.fact, summary="As Ana corrected it.")
supersede(ANA, held.key, fact, expected_version=1, reason="misread", source=held.source, locator=held.locator)

(source,) = current(SourceVersion, NOW, key="17msp-status-paper")
letter = replace(source.fact, title="A letter that Ana kept", kept_sha256=kept.keep("sources", b"A letter of 2018.\n"))
record(ANA, "letter-of-ana", letter, source="")

looked = Check(treaty="apmbc", state="BHR", checked=PartialDate.parse("2026-11-20"), note="Ana looked.")
record(ANA, "apmbc/BHR/check/1", looked, source="letter-of-ana")

if apps.is_installed("accede.outreach"):
    from accede.outreach.models import Contact, Task

    Contact.objects.create(
        state="LAO",
        post="mission",
        organization="Mission",
        language="en",
        email="mission@example.org",
        changed_by="ana",
        changed_at=datetime.now(UTC),
    )
    Task.objects.create(treaty="apmbc", what="Call the mission.", made_by="ana", made_at=datetime.now(UTC))
