"""A paper of our own in the layout of the status paper, for the tests of renderers and readers.

Its figures and sentences are invented and say nothing about any State; only the names of States are real.
"""

from functools import cache

from accede.paper.tree import (
    Cell,
    Document,
    Figure,
    Footnote,
    FootnoteMark,
    Inline,
    Masthead,
    OverviewEntry,
    OverviewRow,
    Paragraph,
    Row,
    Run,
    Section,
    StatedDate,
    Table,
)

# Alpha-3 key, the name in the table.
STATES = (
    ("ARM", "Armenia"),
    ("AZE", "Azerbaijan"),
    ("BHR", "Bahrain"),
    ("CHN", "China"),
    ("CUB", "Cuba"),
    ("EGY", "Egypt"),
    ("GEO", "Georgia"),
    ("IND", "India"),
    ("IRN", "Iran (Islamic Republic of)"),
    ("ISR", "Israel"),
    ("KAZ", "Kazakhstan"),
    ("PRK", "Democratic People’s Republic of Korea"),
    ("KOR", "Republic of Korea"),
    ("KGZ", "Kyrgyzstan"),
    ("LAO", "Lao People’s Democratic Republic"),
    ("LBN", "Lebanon"),
    ("LBY", "Libya"),
    ("MHL", "Marshall Islands"),
    ("FSM", "Micronesia (Federated States of)"),
    ("MNG", "Mongolia"),
    ("MAR", "Morocco"),
    ("MMR", "Myanmar"),
    ("NPL", "Nepal"),
    ("PAK", "Pakistan"),
    ("RUS", "Russian Federation"),
    ("SAU", "Saudi Arabia"),
    ("SGP", "Singapore"),
    ("SYR", "Syrian Arab Republic"),
    ("TON", "Tonga"),
    ("ARE", "United Arab Emirates"),
    ("USA", "United States of America"),
    ("UZB", "Uzbekistan"),
    ("VNM", "Viet Nam"),
)

# Names in other languages beside some of the States: what a paper must set right.
OTHER_NAMES = {
    "ARE": (("الإمارات العربية المتحدة", "ar"),),
    "CHN": (("中国", "zh"),),
    "EGY": (("مصر", "ar"),),
    "LAO": (("老挝人民民主共和国", "zh"), ("République démocratique populaire lao", "fr")),
    "MAR": (("المغرب", "ar"), ("Maroc", "fr")),
    "RUS": (("Российская Федерация", "ru"),),
    "SYR": (("الجمهورية العربية السورية", "ar"), ("Сирийская Арабская Республика", "ru")),
}

# Signs that mean something in Markdown, Typst, XML or LaTeX and must come out as they are.
SIGNS = "# $x$ \\ @here <b> </b> & `code` *star* _low_ [link](x) {brace} ~tilde~ | pipe | 1. <!-- // /* */ --- … “ ” «»"

MATRIX_OCCASIONS = ("IM", "3RC", "IM", "14MSP", "IM", "15MSP", "IM", "16MSP", "IM")


def words(text: str, *evidence: str) -> tuple[Inline, ...]:
    """One run, or one figure where evidence is given."""
    return (Figure(text, evidence),) if evidence else (Run(text),)


def paragraph(text: str, *evidence: str) -> Paragraph:
    return Paragraph(words(text, *evidence))


def cell(text: str = "", *evidence: str, span: int = 1) -> Cell:
    return Cell((paragraph(text),) if text else (), evidence, span)


def statement(kind: str, text: str, citation: str, key: str) -> Paragraph:
    assert kind in ("quotation", "reported", "summary")
    inlines: tuple[Inline, ...] = (Run(text + " ("), Run(citation, "italic"), Run(")"))
    return Paragraph(inlines, kind=kind, evidence=(key,))  # type: ignore[arg-type]


def votes() -> Table:
    columns = (STATES[:14], STATES[14:30], STATES[30:])
    heads = ("In favour", "Abstained", "Not present")
    return Table(
        "votes",
        words("Example vote of 2017: voting by States not party"),
        (Row(tuple(cell(f"{head} ({len(column)})") for head, column in zip(heads, columns, strict=True))),),
        tuple(
            Row(
                tuple(
                    cell(column[index][1], f"ballot:example:{column[index][0]}") if index < len(column) else Cell()
                    for column in columns
                )
            )
            for index in range(16)
        ),
        (1, 1, 1),
    )


def matrix() -> Table:
    years = (cell("State not party"), *(cell(str(year), span=2) for year in range(2014, 2018)), cell("2018"))
    occasions = (
        Cell(),
        Cell((Paragraph((Run("IM"), FootnoteMark(3))),)),
        *(cell(occasion) for occasion in MATRIX_OCCASIONS[1:]),
    )
    rows = tuple(
        Row(
            (
                cell(name),
                *(
                    cell("√", f"attendance:{iso3}:{column}")
                    if (line * 3 + column * 5 + line * column) % 7 < 3
                    else Cell()
                    for column in range(9)
                ),
            ),
            iso3,
        )
        for line, (iso3, name) in enumerate(STATES[:16])
    )
    return Table(
        "matrix",
        words("Example attendance at meetings since 2014"),
        (Row(years), Row(occasions)),
        rows,
        (3, *([1] * 9)),
    )


SENTENCES = (
    "Example text that stands for what a State said, long enough to run over several lines of a narrow column.",
    "It goes on with a second sentence (...) whose only purpose is to be broken across lines and pages.",
    "A third one has figures, 1,234 and 56 per cent, and dates such as 1 January 2000.",
    "The fourth is short.",
    "The fifth asks that a row which does not fit on its page goes on at the head of the next, under the same header.",
)


def entries(index: int, iso3: str) -> tuple[Paragraph, ...]:
    """What stands in the second column: none, one or more entries of the three kinds."""
    if index % 8 == 2:
        return (paragraph("No official information submitted."),)
    long = " ".join(SENTENCES[(index + step) % 5] for step in range(2 + index % 7))
    kinds = ("quotation", "reported", "summary")
    texts = (f"“{long}”", long, SENTENCES[index % 5])
    count = 1 + index % 3
    paragraphs = [
        statement(
            kinds[(index + step) % 3],
            texts[(index + step) % 3],
            f"{10 + (index + step) % 8}MSP, {2010 + (index + step) % 8}",
            f"statement:{iso3}:{step}",
        )
        for step in range(count)
    ]
    if index == 3:
        text = "Example State replied that nothing had changed."
        paragraphs.append(Paragraph((Run(text), FootnoteMark(5)), kind="reported", evidence=(f"confirmation:{iso3}",)))
    if index == 6:
        paragraphs.append(Paragraph((Run(SIGNS),), kind="quotation"))
    return tuple(paragraphs)


def overview() -> Table:
    header = Row(
        (
            cell("State not party"),
            cell("Stated support for the aims and stated circumstances for not joining"),
            cell("Last participation in a Meeting of the States Parties or Review Conference"),
        )
    )
    rows = []
    for index, (iso3, name) in enumerate(STATES):
        name_cell = Cell(
            (
                Paragraph((Run(name), FootnoteMark(6))) if iso3 == "MHL" else paragraph(name),
                *(Paragraph((Run(other, language=language),)) for other, language in OTHER_NAMES.get(iso3, ())),
            )
        )
        said = entries(index, iso3)
        last = f"{8 + index % 9}MSP in {2007 + index % 9}"
        rows.append(
            Row(
                (
                    name_cell,
                    Cell(said, tuple(key for paragraph in said for key in paragraph.evidence)),
                    cell(last, f"attendance:{iso3}:last"),
                ),
                iso3,
            )
        )
    return Table("overview", words("Overview of the 33 States not party"), (header,), tuple(rows), (22, 58, 20))


def sources() -> Table:
    statements = tuple(
        key for index, (iso3, _) in enumerate(STATES) for said in entries(index, iso3) for key in said.evidence
    )
    ballots = tuple(f"ballot:example:{iso3}" for iso3, _ in STATES)
    attendance = tuple(f"attendance:{iso3}:{what}" for iso3, _ in STATES for what in (*range(9), "last"))
    return Table(
        "sources",
        words("Sources of this paper"),
        (Row((cell("Source"), cell("Issued"), cell("What rests on it"))),),
        (
            Row((cell("Example status list", "standing"), cell("1 June 2018"), cell("Counts")), "example-status"),
            Row((cell("Example roll call", *ballots), cell("5 November 2017"), cell("Votes")), "example-votes"),
            Row((cell("Example lists of participants", *attendance), cell("2014–2018"), cell("Attendance")), "lists"),
            Row((cell("Example statements, A/EX/1", *statements), cell("various"), cell("Statements")), "statements"),
        ),
        (5, 2, 3),
    )


@cache
def sample_paper() -> Document:
    numbered = (Paragraph((*words(text), *rest), str(number)) for number, (text, rest) in enumerate(PARAGRAPHS, 1))
    one, two, three, four, five, six = numbered
    return Document(
        kind="status-paper",
        language="en",
        masthead=Masthead(
            organ="Meeting of the States Parties to an Example Convention on the Rendering of Papers",
            meeting="Seventeenth Meeting",
            place_and_dates="Geneva, 26–30 November 2018",
            agenda_item="Item 9 (f) of the provisional agenda",
            symbol="EX/MSP.17/2018/10",
            dated="21 September 2018",
            original_language="Original: English",
        ),
        title=(Run("Status of universalization of an example convention"), FootnoteMark(1)),
        subtitle=words("Submitted by the President of the Seventeenth Meeting"),
        sections=(
            Section("I", words("Introduction"), (one, two)),
            Section(
                "II",
                words("Activities of the President"),
                (
                    three,
                    Paragraph(words("a letter to each of the States, answered by two;"), "(a)", "item"),
                    Paragraph(words("four meetings held in Geneva;"), "(b)", "item"),
                    Paragraph(words("an item of a list without a number."), "", "item"),
                ),
            ),
            Section(
                "III",
                words("Support by States not party"),
                (four,),
                (
                    Section(
                        "A", words("Votes"), (votes(), Paragraph(words("Names as in the roll call."), kind="note"))
                    ),
                    Section("B", words("Attendance"), (five, matrix())),
                ),
            ),
            Section("IV", words("Information provided by the 33 States not party"), (six, overview())),
            Section(
                "",
                words("Annex: sources"),
                (Paragraph(words("Each figure of this paper rests on one of these sources.")), sources()),
            ),
        ),
        footnotes=(
            Footnote(1, (paragraph("Information as of 21 August 2018."),)),
            Footnote(2, (Paragraph((Run("Action #1 of an "), Run("Example Action Plan", "italic"), Run("."))),)),
            Footnote(3, (paragraph("Intersessional meetings."),)),
            Footnote(4, (paragraph("Statements, reports and replies: " + SIGNS),)),
            Footnote(5, (paragraph("E-mail from an example mission, 6 May 2018."), paragraph("A second paragraph."))),
            Footnote(6, (paragraph("Signed the example convention."),)),
        ),
        as_of="2018-08-21",
        known_on="2018-09-21T12:00:00Z",
        overview=tuple(
            OverviewRow(
                iso3,
                tuple(
                    OverviewEntry(
                        "summary", SENTENCES[0], "16MSP, 2017", StatedDate("2017", "2017-01-01", "2017-12-31")
                    )
                    for paragraph in entries(index, iso3)
                    if paragraph.evidence
                ),
                f"{8 + index % 9}MSP in {2007 + index % 9}",
                (f"attendance:{iso3}:last",),
            )
            for index, (iso3, _) in enumerate(STATES)
        ),
    )


PARAGRAPHS: tuple[tuple[str, tuple[Inline, ...]], ...] = (
    (
        "As of 1 June 2018 the example convention has ",
        (
            Figure("164", ("standing",)),
            Run(" parties and "),
            Figure("33", ("standing",)),
            Run(" States remain outside it. The names of some of them: "),
            Run("中国", language="zh"),
            Run(", "),
            Run("الجمهورية العربية السورية", language="ar"),
            Run(", "),
            Run("Российская Федерация", language="ru"),
            Run(", "),
            Run("Côte d’Ivoire", language="fr"),
            Run(". Signs that must stay what they are: " + SIGNS),
        ),
    ),
    (
        "The parties to the example convention promised to write papers that can be read back",
        (FootnoteMark(2), Run(", and to keep "), Run("each figure", "bold"), Run(" beside its source.")),
    ),
    ("The President did three things, as an example:", ()),
    (
        "Of the States not party ",
        (Figure("14", ("ballot:example:ARM", "ballot:example:AZE")), Run(" voted in favour of an example resolution.")),
    ),
    ("Sixteen States took part in at least one meeting since 2014, as the table shows.", ()),
    ("The table gives what is officially known", (FootnoteMark(4), Run(". Where nothing is known it says so."))),
)
