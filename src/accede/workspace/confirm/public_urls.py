"""The address of the page of a link, outside the workspace; whatever else is asked for there is no token."""

from django.urls import re_path

from accede.workspace.confirm.page import page

urlpatterns = [re_path(r"^(?P<token>.*)$", page, name="confirm")]
