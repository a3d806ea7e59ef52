"""The addresses of the reconciliation service."""

from django.urls import path

from accede.publishing.api.reconcile.service import properties, reconcile, suggest

urlpatterns = [
    path("reconcile", reconcile),
    path("reconcile/suggest/entity", suggest),
    path("reconcile/properties", properties),
]
