"""The workspace application."""

from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    """Its templates, style and tables (drafts) are found by it."""

    name = "accede.workspace"
    label = "workspace"
