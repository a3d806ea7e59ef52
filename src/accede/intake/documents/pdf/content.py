"""What a page of a tagged PDF prints, by the mark that its structure refers to: pieces of text with place and style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from accede.intake.documents.pdf.fonts import Font, Style, Unpacked, font_of

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
DEEPEST = 12
"""Forms inside forms."""
GAP = 0.18
"""Of the size of the type: what stands farther apart on a line was parted by a space."""
RAISED = 0.3
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs of direction, which are no text."""
LONGEST_ADDRESS = 400
ADDRESS_BEGUN = re.compile(r"(?:https?://|www\.)[^\s<>]*$")
ADDRESS_GOES_ON = re.compile(r"(?![A-Z])[\w%~+-]*[./?=&_#][^\s<>]*\w")
"""More of an address has one of its signs within; "A/RES/72/53" has too, and no small letter first."""
FROM_RIGHT = re.compile(rf"[{_RIGHT}](?:[^A-Za-z0-9\u0400-\u04ff]*[{_RIGHT}])*")
Mark = tuple[tuple[int, int], int]
"""The page or form that marks a piece of content, by its object number, and the number of the mark."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text shown at one stroke: from x to `end` on the line at y, in points of the page."""

    text: str
    x: float
    end: float
    y: float
    size: float
    style: Style


@dataclass(slots=True)
class _State:
    """The part of the graphics state that text needs."""

    matrix: Matrix = IDENTITY
    font: Font | None = None
    size: float = 1
    spacing: float = 0
    word_spacing: float = 0
    scale: float = 1
    leading: float = 0
    rise: float = 0

    def copy(self) -> _State:
        return _State(
            self.matrix,
            self.font,
            self.size,
            self.spacing,
            self.word_spacing,
            self.scale,
            self.leading,
            self.rise,
        )


@dataclass(slots=True)
class Content:
    """The marked content of one file, page by page. `pieces` are those of each mark, in the order of printing."""

    unpacked: Unpacked
    pieces: dict[Mark, list[Piece]] = field(default_factory=dict)
    fonts: dict[tuple[int, int], Font] = field(default_factory=dict)

    def page(self, page: pikepdf.Page) -> None:
        """Read a page."""
        found = page.obj.get("/Contents")
        streams = _parts([found]) or [found]
        data = b"\n".join(self.unpacked(one) for one in streams if isinstance(one, pikepdf.Stream))
        _Interpreter(self, page.obj.objgen, _resources(page.obj), _State()).run(data)

    def font(self, raw: pikepdf.Object) -> Font:
        """A font, read once."""
        if raw.objgen == (0, 0):
            return font_of(raw, self.unpacked)
        if raw.objgen not in self.fonts:
            self.fonts[raw.objgen] = font_of(raw, self.unpacked)
        return self.fonts[raw.objgen]


def line_of(pieces: Iterable[Piece]) -> Iterator[tuple[str, Style]]:
    """The texts of pieces with a space wherever the line or a gap on it parts them."""
    last: Piece | None = None
    before = ""
    for piece in _turned(list(pieces)):
        if last is not None and not last.text.endswith((" ", "\u00ad")) and not piece.text.startswith(" "):
            if abs(piece.y - last.y) < max(piece.size, last.size) * RAISED * 2:
                gap = piece.x - last.end
                is_apart = gap > GAP * piece.size or gap < -2 * piece.size
            else:
                is_apart = not (parts_a_word(last.text) or parts_an_address(before, piece.text))
            if is_apart:
                before += " "
                yield " ", piece.style
        before = (before + piece.text)[-LONGEST_ADDRESS:]
        yield in_reading_order(piece.text), piece.style
        last = piece


def _turned(pieces: list[Piece]) -> list[Piece]:
    """The pieces with those that are read from right to left, and shown from left to right on one line, turned round."""
    found: list[Piece] = []
    run: list[Piece] = []

    def close() -> None:
        spaces: list[Piece] = []
        while run and not run[-1].text.strip():
            spaces.append(run.pop())
        found.extend((*reversed(run), *reversed(spaces)))
        run.clear()

    for piece in pieces:
        is_on_line = bool(run) and abs(piece.y - run[-1].y) < piece.size / 2 and piece.x > run[-1].x
        is_turned = FROM_RIGHT.fullmatch(CONTROLS.sub("", piece.text).strip()) is not None
        if run and not (is_on_line and (is_turned or not piece.text.strip())):
            close()
        if is_turned or run:
            run.append(piece)
        else:
            found.append(piece)
    close()
    return found


def in_reading_order(text: str) -> str:
    """A text shown from left to right, with what is read from right to left turned round."""
    return FROM_RIGHT.sub(lambda match: match[0][::-1], CONTROLS.sub("", text))


def parts_a_word(text: str) -> bool:
    """Whether a line ends within a word or symbol: at its hyphen ("self-") or stroke ("A/C.1/72/")."""
    return len(text) > 1 and text[-1] in "-/‐" and text[-2].isalnum()


def parts_an_address(before: str, after: str) -> bool:
    """Whether a line ends within an address: what comes next is no word but more of one ("https://www.exam", "ple.org/a")."""
    return ADDRESS_BEGUN.search(before) is not None and ADDRESS_GOES_ON.match(after) is not None


def _resources(holder: pikepdf.Object) -> pikepdf.Object | None:
    """The resources of a page, which may be those of the pages above it."""
    for _ in range(DEEPEST * 4):
        found = holder.get("/Resources")
        if isinstance(found, pikepdf.Dictionary):
            return found
        parent = holder.get("/Parent")
        if not isinstance(parent, pikepdf.Dictionary):
            return None
        holder = parent
    return None


class _Interpreter:
    """Runs the content of one page or form."""

    def __init__(
        self,
        content: Content,
        owner: tuple[int, int],
        resources: pikepdf.Object | None,
        state: _State,
        mark: Mark | None = None,
        depth: int = 0,
    ) -> None:
        self.content = content
        self.owner = owner
        self.resources = resources
        self.state = state
        self.mark = mark
        self.depth = depth
        self.stack: list[_State] = []
        self.marks: list[tuple[Mark | None, bool]] = []
        self.text = self.line = IDENTITY
        self.is_replaced = False
        """Whether the text of what is shown now was told in words (ActualText) and is not read from the codes."""

    def run(self, data: bytes) -> None:
        for operands, operator in _instructions(data):
            match operator:
                case "q":
                    self.stack.append(self.state.copy())
                case "Q":
                    self.state = self.stack.pop() if self.stack else self.state
                case "cm":
                    self.state.matrix = _times(_matrix(operands), self.state.matrix)
                case "BDC" | "BMC":
                    self._begin_mark(operands, has_properties=operator == "BDC")
                case "EMC":
                    self.mark, self.is_replaced = self.marks.pop() if self.marks else (None, False)
                case "Do":
                    self._form(operands)
                case "Tj" | "TJ" | "'" | '"':
                    self._show_text(operands, operator)
                case _:
                    self._move(operator, operands)
                    self._set(operator, operands, self.state)

    def _begin_mark(self, operands: Sequence[Any], *, has_properties: bool) -> None:
        self.marks.append((self.mark, self.is_replaced))
        number, instead = self._properties(operands) if has_properties else (None, None)
        if number is not None:
            self.mark = (self.owner, number)
        elif _is_artifact(operands):
            self.mark = None
        if instead is not None:
            self._show(instead, 0)
            self.is_replaced = True

    def _show_text(self, operands: Sequence[Any], operator: str) -> None:
        if operator == '"' and len(operands) > 2:
            self.state.word_spacing, self.state.spacing = _numbers(operands, 2)
        if operator in ("'", '"'):
            self._move("T*", ())
        self._string(_parts(operands) if operator == "TJ" else operands[-1:])

    def _move(self, operator: str, operands: Sequence[Any]) -> None:
        """What places the next text."""
        match operator:
            case "BT":
                self.text = self.line = IDENTITY
            case "Tm":
                self.text = self.line = _matrix(operands)
            case "Td" | "TD":
                x, y = _numbers(operands, 2)
                if operator == "TD":
                    self.state.leading = -y
                self.text = self.line = _times((1, 0, 0, 1, x, y), self.line)
            case "T*":
                self.text = self.line = _times((1, 0, 0, 1, 0, -self.state.leading), self.line)

    def _set(self, operator: str, operands: Sequence[Any], state: _State) -> None:
        match operator:
            case "Tf":
                raw = self._resource("/Font", operands[0]) if operands else None
                state.font = self.content.font(raw) if isinstance(raw, pikepdf.Dictionary) else None
                state.size = _numbers(operands[1:], 1)[0]
            case "Tc":
                state.spacing = _numbers(operands, 1)[0]
            case "Tw":
                state.word_spacing = _numbers(operands, 1)[0]
            case "Tz":
                state.scale = _numbers(operands, 1)[0] / 100
            case "TL":
                state.leading = _numbers(operands, 1)[0]
            case "Ts":
                state.rise = _numbers(operands, 1)[0]

    def _resource(self, kind: str, name: Any) -> pikepdf.Object | None:
        held = self.resources.get(kind) if self.resources is not None else None
        return held.get(str(name)) if isinstance(held, pikepdf.Dictionary) and str(name).startswith("/") else None

    def _properties(self, operands: Sequence[Any]) -> tuple[int | None, str | None]:
        """The number of a mark, and the text that stands instead of what it holds."""
        given = operands[1] if len(operands) > 1 else None
        if isinstance(given, pikepdf.Name):
            given = self._resource("/Properties", given)
        if not isinstance(given, pikepdf.Dictionary):
            return None, None
        number, instead = given.get("/MCID"), given.get("/ActualText")
        told = str(instead) if isinstance(instead, pikepdf.String) else None
        return int(number) if isinstance(number, int) else None, told

    def _form(self, operands: Sequence[Any]) -> None:
        form = self._resource("/XObject", operands[0]) if operands else None
        if not isinstance(form, pikepdf.Stream) or form.get("/Subtype") != "/Form" or self.depth >= DEEPEST:
            return
        inner = self.state.copy()
        if isinstance(form.get("/Matrix"), pikepdf.Array):
            inner.matrix = _times(_matrix(_parts([form.Matrix])), inner.matrix)
        held = form.get("/Resources")
        resources = held if isinstance(held, pikepdf.Dictionary) else self.resources
        data = self.content.unpacked(form)
        _Interpreter(self.content, form.objgen, resources, inner, self.mark, self.depth + 1).run(data)

    def _string(self, parts: Sequence[Any]) -> None:
        """Show strings and the space between them, and stand behind them."""
        state = self.state
        if state.font is None:
            return
        shown: list[str] = []
        moved = 0.0
        for part in parts:
            if not isinstance(part, pikepdf.String):
                back = _numbers([part], 1)[0]
                moved -= back / 1000 * state.size * state.scale
                if shown and back < -GAP * 1000 and not shown[-1].endswith(" "):
                    shown.append(" ")
                continue
            for character, width, is_space in state.font.decoded(bytes(part)):
                shown.append(character)
                extra = state.spacing + (state.word_spacing if is_space else 0)
                moved += (width / 1000 * state.size + extra) * state.scale
        if self.is_replaced:
            self._reach(moved)
        else:
            self._show("".join(shown), moved)
        self.text = _times((1, 0, 0, 1, moved, 0), self.text)

    def _show(self, shown: str, moved: float) -> None:
        if self.mark is None or not shown:
            return
        state = self.state
        matrix = _times(self.text, state.matrix)
        x, y = _point(matrix, 0, state.rise)
        end, _ = _point(matrix, moved, state.rise)
        size = abs(state.size) * (abs(matrix[3]) or abs(matrix[1]) or 1)
        style: Style = state.font.style if state.font else ""
        self.content.pieces.setdefault(self.mark, []).append(Piece(shown, x, end, y, size, style))

    def _reach(self, moved: float) -> None:
        """What is shown under words told instead (a ligature's "fl") takes the place of those words: what follows is not apart."""
        pieces = self.content.pieces.get(self.mark) if self.mark is not None else None
        end, y = _point(_times(self.text, self.state.matrix), moved, self.state.rise)
        if pieces and abs(pieces[-1].y - y) < pieces[-1].size * RAISED * 2:
            pieces[-1] = replace(pieces[-1], end=max(pieces[-1].end, end))


def _instructions(data: bytes) -> Iterator[tuple[Sequence[Any], str]]:
    for one in pikepdf.parse_content_stream(pikepdf.Stream(_HOLDER, data)):
        if not isinstance(one, pikepdf.ContentStreamInlineImage):
            yield one.operands, str(one.operator)  # type: ignore[misc]


_HOLDER = pikepdf.new()


def _is_artifact(operands: Sequence[Any]) -> bool:
    return bool(operands) and str(operands[0]) == "/Artifact"


def _parts(operands: Sequence[Any]) -> list[Any]:
    return list(operands[0]) if operands and isinstance(operands[0], pikepdf.Array) else []


def _numbers(given: Sequence[Any], count: int) -> list[float]:
    """So many numbers; 0 for what is none."""
    found = []
    for at in range(count):
        try:
            found.append(float(given[at]))
        except (IndexError, TypeError, ValueError, ArithmeticError):
            found.append(0.0)
    return found


def _matrix(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = _numbers(operands, 6)
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
