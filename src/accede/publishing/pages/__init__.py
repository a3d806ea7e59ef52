"""The pages of the public site, one kind a module, in the order of the menu."""

from accede.publishing.pages import (
    api,
    changes,
    circumstances,
    conditions,
    corrections,
    data,
    dossier,
    glossary,
    home,
    joining,
    joining_state,
    maps,
    method,
    papers,
    rollcall,
    search,
    statements,
    states,
    table,
    vote_changes,
    votes,
)
from accede.publishing.pages.kind import PageKind

PAGES: dict[str, PageKind] = {
    module.PAGE.name: module.PAGE
    for module in (
        home,
        states,
        dossier,
        votes,
        vote_changes,  # before the roll calls, whose route would take its address
        rollcall,
        statements,
        circumstances,
        conditions,
        maps,
        changes,
        papers,
        data,
        table,
        api,
        joining,
        joining_state,
        glossary,
        method,
        corrections,
        search,
    )
}
"""Every kind of page by its name."""
