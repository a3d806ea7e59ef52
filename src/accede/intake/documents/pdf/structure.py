"""The structure tree of a tagged PDF as plain nodes: roles, what they hold in reading order, spans of cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from accede.intake.documents.pdf.content import Mark, Piece
from accede.vocabulary.errors import Unreadable

DEEPEST = 60
MOST_NODES = 400_000
WIDEST_SPAN = 100


@dataclass(slots=True)
class Node:
    """An element: `named` is its role as the file calls it, `role` the standard one that this maps to."""

    named: str
    role: str
    kids: list[Node | Piece] = field(default_factory=list)
    columns: int = 1
    rows: int = 1

    def nodes(self) -> Iterator[Node]:
        """The elements in it."""
        return (kid for kid in self.kids if isinstance(kid, Node))

    def within(self, *roles: str) -> Iterator[Node]:
        """The nearest elements of these roles in it, looking through others."""
        for kid in self.nodes():
            if kid.role in roles or kid.named in roles:
                yield kid
            else:
                yield from kid.within(*roles)

    def pieces(self) -> Iterator[Piece]:
        """All text in it."""
        for kid in self.kids:
            if isinstance(kid, Piece):
                yield kid
            else:
                yield from kid.pieces()


class Structure:
    """Reads the tree of one file. Raises Unreadable for one that is deeper or larger than any paper's."""

    def __init__(self, pdf: pikepdf.Pdf, pieces: dict[Mark, list[Piece]], *, name: str) -> None:
        self._pieces = pieces
        self._name = name
        self._seen: set[tuple[int, int]] = set()
        self._count = 0
        tree = pdf.Root.get("/StructTreeRoot")
        self._tree = tree if isinstance(tree, pikepdf.Dictionary) else None
        roles = self._tree.get("/RoleMap") if self._tree is not None else None
        self._roles = {str(k): str(v) for k, v in roles.items()} if isinstance(roles, pikepdf.Dictionary) else {}

    def root(self) -> Node:
        """The whole tree as one node."""
        top = Node("Document", "Document")
        if self._tree is not None:
            self._fill(top, self._tree.get("/K"), (0, 0), 0)
        return top

    def _fill(self, node: Node, kids: Any, page: tuple[int, int], depth: int) -> None:
        if depth > DEEPEST:
            raise self._too_much("nested too deeply")
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            self._count += 1
            if self._count > MOST_NODES:
                raise self._too_much("has more parts than any paper")
            if isinstance(kid, pikepdf.Dictionary):
                self._element(node, kid, page, depth)
            elif isinstance(kid, int):
                node.kids += self._pieces.pop((page, kid), [])  # what two elements claim is read once

    def _element(self, node: Node, kid: pikepdf.Object, page: tuple[int, int], depth: int) -> None:
        if kid.objgen != (0, 0):
            if kid.objgen in self._seen:
                return
            self._seen.add(kid.objgen)
        told = kid.get("/Pg")
        page = told.objgen if isinstance(told, pikepdf.Dictionary) else page
        if "/MCID" in kid:
            stream, number = kid.get("/Stm"), kid.get("/MCID")
            owner = stream.objgen if isinstance(stream, pikepdf.Stream) else page
            node.kids += self._pieces.pop((owner, int(number)), []) if isinstance(number, int) else []
        elif kid.get("/Type") != "/OBJR":
            named = str(kid.get("/S", "")).removeprefix("/")
            inner = Node(named, self._role(named))
            inner.columns, inner.rows = _spans(kid.get("/A"))
            self._fill(inner, kid.get("/K"), page, depth + 1)
            _replace_text(inner, kid.get("/ActualText"))
            node.kids.append(inner)

    def _role(self, named: str) -> str:
        for _ in range(10):
            mapped = self._roles.get(f"/{named}")
            if mapped is None:
                break
            named = mapped.removeprefix("/")
        return named

    def _too_much(self, what: str) -> Unreadable:
        return Unreadable(f"its structure {what}", where=self._name, remedy="Check that it is the paper you mean")


def _replace_text(node: Node, instead: Any) -> None:
    """What the element says its text is, in the place and style of what it shows."""
    shown = list(node.pieces())
    if isinstance(instead, pikepdf.String) and shown:
        first, last = shown[0], shown[-1]
        node.kids = [Piece(str(instead), first.x, last.end, first.y, first.size, first.style)]


def _spans(given: Any) -> tuple[int, int]:
    """How many columns and rows a cell is wide and high."""
    columns = rows = 1
    for one in given if isinstance(given, pikepdf.Array) else [given]:
        if isinstance(one, pikepdf.Dictionary):
            columns = _span(one.get("/ColSpan"), columns)
            rows = _span(one.get("/RowSpan"), rows)
    return columns, rows


def _span(given: Any, otherwise: int) -> int:
    return min(max(1, given), WIDEST_SPAN) if isinstance(given, int) else otherwise
