"""The publishing application."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """It has templates and a style sheet, and no tables: it shows what others keep."""

    name = "accede.publishing"
    label = "publishing"
