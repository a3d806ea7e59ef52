"""The records application."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Tables of records are named after it."""

    name = "accede.records"
    label = "records"
