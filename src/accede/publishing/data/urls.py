"""Addresses of the files of data; one with a day in it always means that day."""

from django.urls import URLPattern, path, register_converter

from accede.publishing.data.served import calendar_file, data_file, feed_file


class FileConverter:
    """The name of a file, with its suffix."""

    regex = r"[a-z0-9_-]+(?:\.[a-z]+)+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FileConverter, "file")

urlpatterns: list[URLPattern] = [
    path("data/<file:name>", data_file),
    path("on/<day:as_of>/data/<file:name>", data_file),
    path("feeds/<str:name>.atom", feed_file),
    path("<language:language>/feeds/<str:name>.atom", feed_file),
    path("calendar.ics", calendar_file),
]
