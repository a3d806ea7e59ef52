"""Addresses of the site and the workspace."""

from django.urls import URLPattern, URLResolver, include, path

from accede.config import health
from accede.watching.metrics import metrics
from accede.workspace.tasks.subscribed import subscribed

urlpatterns: list[URLPattern | URLResolver] = [
    path("workspace/account/", include("accede.workspace.account.urls")),
    path("healthz", health.alive),
    path("readyz", health.ready),
    path("metrics", metrics),
    path("workspace/", include("accede.workspace.urls")),
    path("confirm/", include("accede.workspace.confirm.public_urls")),
    path("calendar/<str:token>.ics", subscribed, name="calendar-of"),
    path("", include("accede.publishing.urls")),
]
handler429 = "accede.workspace.account.entrance.too_many"
handler404 = "accede.publishing.refusals.not_found"
handler500 = "accede.publishing.fault_page.page"
