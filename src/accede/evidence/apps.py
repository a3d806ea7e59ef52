"""The evidence application."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Tables of evidence are named after it."""

    name = "accede.evidence"
    label = "evidence"
