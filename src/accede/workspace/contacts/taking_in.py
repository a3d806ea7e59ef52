"""Taking in contacts: a sheet, cards or a pasted list is looked at row by row, and then taken in at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, ngettext

from accede.outreach.contacts.columns import COLUMNS
from accede.outreach.contacts.compare import NO_STATE, Compared, Usual, Verdict, compare
from accede.outreach.contacts.details import values_of
from accede.outreach.contacts.queries import must_work_with, today
from accede.outreach.contacts.table import LONGEST, Table, table_of, text_of_file
from accede.outreach.contacts.take_in import take_back, take_in
from accede.publishing import wording
from accede.publishing.languages import OFFICIAL
from accede.vocabulary.errors import AccedeError, Refused, Unreadable
from accede.vocabulary.letters import Post
from accede.workspace.asking import Asking
from accede.workspace.contacts.told import ContactLine, field_told, line_of, post_told, value_told
from accede.workspace.facts.offered import states
from accede.workspace.facts.words import WordsField
from accede.workspace.records.renew import back_or
from accede.workspace.screens import render, see_other
from accede.workspace.sources.streaming import was_too_large

ACCEPTED = ".csv,.tsv,.txt,.xlsx,.vcf"
MOST_ASKED = 100
"""Rows that are not understood and of which it is asked what they mean."""
SHOWN = ("organization", "person", "function", "email", "language", "phone", "until")
"""What a new row tells in its line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose in a select."""

    key: str
    words: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its head, the first thing that stands in it, and what it is taken for."""

    name: str
    head: str
    example: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A field that would change."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row that is understood. `before` is somebody else in office with the same function."""

    line: int
    mark: str
    state: str
    words: str
    is_ticked: bool
    changes: tuple[ChangeLine, ...]
    held: ContactLine | None
    before: ContactLine | None


@dataclass(frozen=True, slots=True)
class Puzzle:
    """A row that is not understood; the selects are there for what a person may say."""

    line: int
    key: str
    text: str
    error: str
    states: tuple[Choice, ...]
    posts: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that are the same to what is held."""

    key: str
    title: str
    rows: tuple[RowLine, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What the text holds. `said` are States and posts that a person said of rows that are understood by it now."""

    opening: str
    columns: tuple[Column, ...]
    puzzles: tuple[Puzzle, ...]
    more_puzzles: int
    said: tuple[Choice, ...]
    groups: tuple[Group, ...]
    may_take: bool


@dataclass(frozen=True, slots=True)
class TakingPage:
    """Everything the template prints."""

    title: str
    opening: str
    text: str
    accepts: str
    longest: int
    preview: Preview | None
    error: AccedeError | None


class UsualForm(forms.Form):
    """What counts for rows that do not say it."""

    template_name = "workspace/facts/form.html"

    post = forms.ChoiceField(label=gettext_lazy("Post, where a row does not say it"), required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language of letters, where a row does not say it"), choices=list(OFFICIAL.items())
    )
    taken_from = WordsField(
        label=gettext_lazy("Where the data is from"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("As “Blue Book, March 2026”."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="usual", initial={"language": "en"})
        posts = self.fields["post"]
        assert isinstance(posts, forms.ChoiceField)
        posts.choices = [("", gettext("none: ask")), *((post.value, gettext(post.label)) for post in Post)]
        for field in self.fields.values():
            field.template_name = "workspace/facts/field.html"  # type: ignore[attr-defined]  # not in the stubs

    @property
    def usual(self) -> Usual:
        """As the use case takes it, once the form is valid."""
        given = self.cleaned_data
        return Usual(
            post=Post(given["post"]) if given["post"] else None,
            language=given["language"],
            taken_from=given["taken_from"],
        )


def taking_in(request: Asking) -> HttpResponse:
    """The form; POST shows what the text or the file holds, and takes it in where that is asked."""
    must_work_with(request.actor)
    if request.method != "POST":
        return _shown(request, UsualForm(), "")
    form = UsualForm(request.POST)
    try:
        text = _text(request)
    except Unreadable as error:
        return _shown(request, form, request.POST.get("text", ""), error=error)
    if not form.is_valid():
        return _shown(request, form, text, error=Refused(gettext("the form is not complete"), remedy=""))
    try:
        table = table_of(text, _columns(request))
    except Unreadable as error:
        return _shown(request, form, text, error=error)
    rows = compare(table, form.usual, _told(request.POST))
    if request.POST.get("do") == "take":
        try:
            return _taken(request, rows)
        except Refused as error:
            return _shown(request, form, text, error=error, table=table, rows=rows)
    return _shown(request, form, text, table=table, rows=rows)


def taking_back(request: Asking, mark: str) -> HttpResponse:
    """Undo what was added at once. Raises UnknownName, Refused."""
    back = take_back(request.actor, mark)
    told = [
        ngettext("%(number)s contact is taken back.", "%(number)s contacts are taken back.", back.gone)
        % {"number": back.gone}
    ]
    if back.stay:
        stay = ngettext(
            "%(number)s stays, as it was changed or written to since.",
            "%(number)s stay, as they were changed or written to since.",
            back.stay,
        )
        told.append(stay % {"number": back.stay})
    if back.changed:
        changed = ngettext(
            "%(number)s that was changed stays so: what stood there before is not kept.",
            "%(number)s that were changed stay so: what stood there before is not kept.",
            back.changed,
        )
        told.append(changed % {"number": back.changed})
    messages.success(request, " ".join(told))
    return see_other(back_or(request, reverse("workspace:contacts")))


def _text(request: Asking) -> str:
    """What was pasted, or what a file says, as the text of a table. Raises Unreadable."""
    if was_too_large(request):
        raise Unreadable(gettext("the file is too large"), remedy=gettext("Give the part you mean"))
    file = request.FILES.get("file")
    if file is None:
        return str(request.POST.get("text", "")).replace("\r\n", "\n")
    return text_of_file(file.read(), name=(file.name or "file")[:100])


def _columns(request: Asking) -> tuple[str, ...]:
    """What a person said of the columns; none with a new file."""
    if request.FILES.get("file") is not None:
        return ()
    found: list[str] = []
    while (given := request.POST.get(f"column-{len(found)}")) is not None:
        found.append(given)
    return tuple(found)


def _told(data: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """What a person said of rows that do not say their State or their post."""
    told = {}
    for name, value in data.items():
        field, _, key = name.partition("-")
        if field in ("state", "post") and value and key:
            told[key, field] = value
    return told


def _taken(request: Asking, rows: tuple[Compared, ...]) -> HttpResponse:
    """Raises Refused."""
    done = take_in(request.actor, rows, frozenset(request.POST.getlist("take")))
    told = gettext("Taken in: %(added)s new, %(changed)s changed.") % {"added": done.added, "changed": done.changed}
    undo = reverse("workspace:contacts-take-back", args=[done.batch]) if done.added else ""
    messages.success(request, told, extra_tags=undo)
    return see_other(f"{reverse('workspace:contacts')}?who=all")


def _shown(
    request: Asking,
    form: UsualForm,
    text: str,
    *,
    error: AccedeError | None = None,
    table: Table | None = None,
    rows: tuple[Compared, ...] = (),
) -> HttpResponse:
    page = TakingPage(
        title=gettext("Take in contacts"),
        opening=gettext(
            "Paste rows of a sheet or a list of addresses, or give a file (.xlsx, .csv, .vcf). Nothing is kept before you have "
            "seen what each row is."
        ),
        text=text,
        accepts=ACCEPTED,
        longest=LONGEST,
        preview=_preview(request, table, rows) if table else None,
        error=error,
    )
    status = 200 if error is None else 409 if table else 400
    return render(request, "contacts/take_in.html", page, status=status, form=form)


def _preview(request: Asking, table: Table, rows: tuple[Compared, ...]) -> Preview:
    number = {verdict: sum(row.verdict is verdict for row in rows) for verdict in Verdict}
    told = _told(request.POST)
    puzzles = [row for row in rows if row.verdict is Verdict.UNCLEAR]
    is_again = "take" in request.POST or request.POST.get("do") == "again"
    ticked = frozenset(request.POST.getlist("take")) if is_again else None
    titles = {
        Verdict.NEW: gettext("New"),
        Verdict.CHANGED: gettext("Changed"),
        Verdict.SAME: gettext("Held already"),
    }
    return Preview(
        opening=gettext(
            "Of %(all)s rows %(new)s are new, %(changed)s changed, %(same)s held already; not understood: %(unclear)s."
        )
        % {"all": len(rows), **{verdict.value: number[verdict] for verdict in Verdict}},
        columns=tuple(_column(table, at) for at in range(len(table.columns))),
        puzzles=tuple(_puzzle(row, told) for row in puzzles[:MOST_ASKED]),
        said=tuple(
            Choice(f"{field}-{key}", value)
            for (key, field), value in told.items()
            if key in {row.key for row in rows} - {row.key for row in puzzles[:MOST_ASKED]}
        ),
        more_puzzles=max(len(puzzles) - MOST_ASKED, 0),
        groups=tuple(
            Group(
                verdict.value,
                f"{title} ({number[verdict]})",
                tuple(_row(row, ticked) for row in rows if row.verdict is verdict),
                verdict is not Verdict.SAME,
            )
            for verdict, title in titles.items()
            if number[verdict]
        ),
        may_take=bool(number[Verdict.NEW] or number[Verdict.CHANGED]),
    )


def _column(table: Table, at: int) -> Column:
    held = table.columns[at]
    example = next((cells[at] for _, cells in table.rows if cells[at]), "")
    return Column(
        name=f"column-{at}",
        head=table.heads[at] if table.heads else "",
        example=example[:60],
        choices=(
            Choice("", gettext("not taken in"), not held),
            *(Choice(name, field_told(name), name == held) for name in COLUMNS),
        ),
    )


def _row(row: Compared, ticked: frozenset[str] | None) -> RowLine:
    assert row.details is not None
    values = values_of(row.details)
    told = [value_told(name, values[name]) for name in SHOWN if values[name]]
    day = today()
    return RowLine(
        line=row.line,
        mark=row.mark,
        state=wording.name(row.details.state) if row.details.state else gettext("no State's"),
        words=wording.parted([post_told(row.details.post), *told]),
        is_ticked=ticked is None or row.mark in ticked,
        changes=tuple(
            ChangeLine(field_told(each.field), value_told(each.field, each.before), value_told(each.field, each.after))
            for each in row.changes
        ),
        held=line_of(row.against, day) if row.against else None,
        before=line_of(row.before, day) if row.before else None,
    )


def _puzzle(row: Compared, told: Mapping[tuple[str, str], str]) -> Puzzle:
    asked_state = "state" in row.wants or (row.key, "state") in told
    asked_post = "post" in row.wants or (row.key, "post") in told
    said, post = told.get((row.key, "state"), ""), told.get((row.key, "post"), "")
    likely = [Choice(iso3, wording.name(iso3), iso3 == said) for iso3 in row.suggestions]
    every = [Choice(iso3, name, iso3 == said) for iso3, name in states() if iso3 not in row.suggestions]
    return Puzzle(
        line=row.line,
        key=row.key,
        text=row.text[:300],
        error=" ".join(each.told for each in row.errors),
        states=(
            Choice("", gettext("Choose")),
            *likely,
            Choice(NO_STATE, gettext("no State's"), said == NO_STATE),
            *every,
        )
        if asked_state
        else (),
        posts=(Choice("", gettext("Choose")), *(Choice(one.value, gettext(one.label), one == post) for one in Post))
        if asked_post
        else (),
    )
