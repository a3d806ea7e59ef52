"""Transparency reports under Article 7."""

from accede.vocabulary.label import Labelled


class ReportDuty(Labelled):
    """Why a report is made."""

    VOLUNTARY = "voluntary", "voluntary"
    INITIAL = "initial", "initial"
    ANNUAL = "annual", "annual"


class ReportState(Labelled):
    """What is recorded of a report. Years without a record are not recorded, not missing."""

    SUBMITTED = "submitted", "submitted"
    NOT_SUBMITTED = "not_submitted", "not submitted by the day of the source"
