"""Addresses of the workspace, by screen family."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

app_name = "workspace"

FAMILIES = (
    "activities",
    "administration",
    "contacts",
    "confirm",
    "contradictions",
    "desk",
    "facts",
    "intake",
    "nearness",
    "outreach",
    "papers",
    "recording",
    "records",
    "release",
    "replies",
    "review",
    "rounds",
    "sending",
    "sources",
    "states",
    "tasks",
)
"""Folders beside this file, each with its `urls`."""

urlpatterns: list[URLPattern | URLResolver] = [path("", include(f"accede.workspace.{each}.urls")) for each in FAMILIES]
