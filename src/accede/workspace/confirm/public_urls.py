"""The address of the page of a link, outside the workspace; nothing else is there."""

from django.urls import re_path

from accede.workspace.confirm.page import page

urlpatterns = [re_path(r"^(?P<token>[^/]{1,300})/?$", page, name="confirm")]
