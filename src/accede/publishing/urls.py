"""Addresses of the public site, from the declared kinds of page; an address with a day in it always means that day."""

from datetime import date

from django.urls import URLPattern, URLResolver, include, path, register_converter

from accede.publishing import editions
from accede.publishing.answers import answer
from accede.publishing.languages import DEFAULT, LANGUAGES
from accede.publishing.pages import PAGES
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.partial_date import PartialDate


class DayConverter:
    """A day of the calendar in an address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Raises ValueError for a day that cannot be, which no address matches then."""
        try:
            return PartialDate.parse(value).counts_from
        except InvalidDate as error:
            raise ValueError(value) from error

    def to_url(self, value: date) -> str:
        return value.isoformat()


class TextConverter:
    """What an address names, as it is written."""

    regex = ""

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class KeyConverter(TextConverter):
    """The ISO alpha-3 key of a State."""

    regex = "[A-Z]{3}"


OTHERS = [key for key in LANGUAGES if key != DEFAULT]


class LanguageConverter(TextConverter):
    """A language with a prefix in addresses."""

    regex = "|".join(OTHERS) or "(?!)"  # which matches nothing


register_converter(DayConverter, "day")
register_converter(KeyConverter, "iso3")
register_converter(LanguageConverter, "language")

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", include("accede.publishing.api.urls")),
    path("", include("accede.publishing.data.urls")),
    path("papers/<slug:name>.<slug:suffix>", editions.file),
]
for kind in PAGES.values():
    view = answer(kind)
    for before in ("", "<language:language>/"):
        urlpatterns.append(path(before + kind.route, view))
        if kind.has_days:
            urlpatterns.append(path(f"{before}on/<day:as_of>/{kind.route}", view))
