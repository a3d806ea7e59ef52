"""The pages of the public site, one kind a module, in the order of the menu."""

from accede.publishing.pages import (
    circumstances,
    conditions,
    dossier,
    home,
    joining,
    joining_state,
    statements,
    states,
)
from accede.publishing.pages.kind import PageKind

PAGES: dict[str, PageKind] = {
    module.PAGE.name: module.PAGE
    for module in (
        home,
        states,
        dossier,
        statements,
        circumstances,
        conditions,
        joining,
        joining_state,
    )
}
"""Every kind of page by its name."""
