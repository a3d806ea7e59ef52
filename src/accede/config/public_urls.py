"""Addresses of a process that shows the public site alone (`accede serve --public`): no workspace, no confirm link."""

from django.urls import URLPattern, URLResolver, include, path

from accede.config import health
from accede.watching.metrics import metrics

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive),
    path("readyz", health.ready),
    path("metrics", metrics),
    path("", include("accede.publishing.urls")),
]
handler404 = "accede.publishing.refusals.not_found"
handler500 = "accede.publishing.fault_page.page"
