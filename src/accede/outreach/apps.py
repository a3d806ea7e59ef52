"""The outreach application."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """Tables of contacts, mail and tasks are named after it. They are work, not evidence: rows change and can be erased."""

    name = "accede.outreach"
    label = "outreach"
