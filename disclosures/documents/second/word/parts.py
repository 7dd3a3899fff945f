"""What the pass over a Word document gathers: paragraphs, tables, rows and cells, with only what their text needs."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Paragraph:
    """Its text in stretches of one kind, its boxes, and whether its own mark is gone so that the next one goes on."""

    style: str = ""
    list_number: str | None = None  # of the list that it is in, and its level there; None where its style says
    list_depth: str | None = None
    stretches: list[tuple[str, str]] = field(default_factory=list)
    boxes: list["Container"] = field(default_factory=list)
    goes_on: bool = False
    in_code: list[bool] = field(default_factory=list)
    line: tuple[int, int] | None = None  # position and size of what stands on the line
    shade: str = ""

    def add(self, kind: str, text: str) -> None:
        self.stretches.append((kind, text))


@dataclass(slots=True)
class Container:
    """What holds paragraphs and tables: the body, a cell, a text box."""

    content: list["Paragraph | Table"] = field(default_factory=list)
    is_gone: bool = False
    width: int = 1
    is_covered: bool = False
    is_cell: bool = False
    is_box: bool = False
    shade: str = ""


@dataclass(slots=True)
class Row:
    cells: list[Container] = field(default_factory=list)
    is_gone: bool = False
    before: int = 0


@dataclass(slots=True)
class Table:
    rows: list[Row] = field(default_factory=list)
    inner_cells: int = 0  # of the tables in its cells, however deep
    style: str = ""
    shade: str = ""

    @property
    def own_cells(self) -> int:
        return sum(len(row.cells) for row in self.rows)
