"""Regional groups of the United Nations as pages name them and as addresses carry them."""

from django.utils.translation import gettext, gettext_noop

from accede.publishing.addresses import slug
from accede.register.values import State

_GROUPS = (
    gettext_noop("African States"),
    gettext_noop("Asia-Pacific States"),
    gettext_noop("Eastern European States"),
    gettext_noop("Latin American and Caribbean States"),
    gettext_noop("Western European and other States"),
)
NONE = "none"
"""The key of the States that are in no regional group."""


def region(state: State) -> str:
    """The key of a State's regional group."""
    return slug(state.regional_group) if state.regional_group else NONE


def regions() -> dict[str, str]:
    """Key and words of each, in the order in which they are listed."""
    return {**{slug(group): gettext(group) for group in _GROUPS}, NONE: gettext("in no regional group")}
