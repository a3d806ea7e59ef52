"""The reporting application."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Tables of reporting are named after it."""

    name = "accede.reporting"
    label = "reporting"
