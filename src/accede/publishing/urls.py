"""Addresses of the public site; an address with a day in it always means that day."""

from datetime import date

from django.urls import path, register_converter

from accede.publishing import views
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


class KeyConverter:
    """The ISO alpha-3 key of a State."""

    regex = "[A-Z]{3}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(DayConverter, "day")
register_converter(KeyConverter, "iso3")

urlpatterns = [
    path("", views.front, name="front"),
    path("states/<iso3:iso3>/", views.state, name="state"),
    path("on/<day:as_of>/", views.front, name="front-on"),
    path("on/<day:as_of>/states/<iso3:iso3>/", views.state, name="state-on"),
]
