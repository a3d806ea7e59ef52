"""The form of a task."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from accede.outreach.models import Task
from accede.outreach.tasks.held import workers
from accede.outreach.tasks.make import Wanted
from accede.overview.register import Register
from accede.publishing import wording
from accede.workspace.administration.frame import AdministrationForm
from accede.workspace.facts.words import SHORT, WordsField


class TaskForm(AdministrationForm):
    """What is to be done, by whom, until when, about which State."""

    what = WordsField(
        label=gettext_lazy("What is to be done"),
        max_length=300,
        help_text=gettext_lazy(
            "Name functions and organizations, not persons: open tasks are printed in the hand-over paper."
        ),
    )
    whose = forms.ChoiceField(label=gettext_lazy("Who does it"), required=False)
    until = forms.DateField(
        label=gettext_lazy("Until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )
    state = forms.ChoiceField(label=gettext_lazy("About which State"), required=False)
    note = WordsField(
        label=gettext_lazy("Note"), max_length=SHORT, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    about = forms.CharField(required=False, max_length=SHORT, widget=forms.HiddenInput)
    expected_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, register: Register, data: Mapping[str, Any] | None = None, *, task: Task | None = None, **initial: str
    ) -> None:
        if task is not None:
            names = ("what", "whose", "until", "state", "note", "about")
            held = {name: getattr(task, name) for name in names} | {"expected_version": task.version}
        super().__init__(data, initial=held if task is not None else initial, label_suffix="")
        people = dict.fromkeys([*workers(), *([task.whose] if task is not None and task.whose else [])])
        states = sorted((each.fact.iso3 for each in register.states), key=wording.name_order)
        for name, choices in (
            ("whose", [("", gettext("nobody yet")), *((each, each) for each in people)]),
            ("state", [("", gettext("none")), *((iso3, wording.name(iso3)) for iso3 in states)]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def wanted(self) -> Wanted:
        """What a valid form says."""
        given = {name: self.cleaned_data[name] for name in ("what", "whose", "until", "state", "note", "about")}
        return Wanted(**given)
