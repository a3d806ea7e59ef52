"""The address of the contradictions."""

from accede.accounts.policy import Verb
from accede.workspace.contradictions.several import several
from accede.workspace.screens import screen

urlpatterns = [screen("contradictions/", several, name="contradictions", verb=Verb.COMMENT)]
