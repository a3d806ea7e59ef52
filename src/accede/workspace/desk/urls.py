"""The address of the desk."""

from accede.workspace.desk.desk import desk
from accede.workspace.screens import screen

urlpatterns = [screen("", desk, name="desk")]
