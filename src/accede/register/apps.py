"""The register application."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Tables of register are named after it."""

    name = "accede.register"
    label = "register"
