"""Addresses of the site and the workspace."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("workspace/", include("accede.workspace.urls")),
    path("", include("accede.publishing.urls")),
]
handler404 = "accede.publishing.refusals.not_found"
