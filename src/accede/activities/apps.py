"""The activities application."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """Tables of activities are named after it."""

    name = "accede.activities"
    label = "activities"
