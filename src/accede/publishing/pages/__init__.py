"""The pages of the public site, one kind a module, in the order of the menu."""

from accede.publishing.pages import (
    api,
    attendance,
    changes,
    circumstances,
    conditions,
    corrections,
    data,
    dossier,
    embed_map,
    embed_states,
    glossary,
    home,
    joining,
    joining_state,
    maps,
    meeting,
    meetings,
    method,
    papers,
    reports,
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
        attendance,
        reports,
        meetings,
        meeting,
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
        embed_map,
        embed_states,
    )
}
"""Every kind of page by its name."""
