"""What a figure is called, as structure: the row and column of a table, the field of a form, what the text speaks of.

Each says itself in Chinese, as the forms do; `place` is what it stands in, where its own words begin with that.
"""

from dataclasses import asdict, dataclass

_INNER = str.maketrans("“”", "‘’")


def inner(words: str) -> str:
    """Words to be put in quotes: quotes within them as print sets them."""
    return words.translate(_INNER)


def quoted(words: str) -> str:
    """Words of the document in quotes."""
    return f"“{inner(words)}”"


def table_name(number: str) -> str:
    """What the forms call a table by its number."""
    return f"公开{number}表"


@dataclass(frozen=True)
class FormName:
    """A performance form: that of the whole unit, or of the project with that name."""

    name: str
    is_of_unit: bool = False

    def __str__(self) -> str:
        return "整体绩效自评表" if self.is_of_unit else f"{quoted(self.name)}自评表"


@dataclass(frozen=True)
class Label:
    """The common part."""

    @property
    def place(self) -> str:
        """The table or form; "" for what names neither."""
        return ""


@dataclass(frozen=True)
class CellLabel(Label):
    """A cell by the printed name of its row and, where the table has several, of its column."""

    number: str
    row: str
    column: str = ""

    def __str__(self) -> str:
        row = f"{self.place}“{self.row}”"
        return f"{row}的“{self.column}”" if self.column else row

    @property
    def place(self) -> str:
        return table_name(self.number)


@dataclass(frozen=True)
class TableLabel(Label):
    """A table as a whole, or the row of it that has that code."""

    number: str
    code: str = ""

    def __str__(self) -> str:
        return f"{self.place} {self.code}" if self.code else self.place

    @property
    def place(self) -> str:
        return table_name(self.number)


@dataclass(frozen=True)
class TextLabel(Label):
    """A figure of the text by what it means, in the words of the text."""

    term: str

    def __str__(self) -> str:
        return f"文字里的“{self.term}”"


@dataclass(frozen=True)
class FieldLabel(Label):
    """A field of a form, or of the indicator or task with that name (`part` is what the form calls such a row)."""

    form: FormName
    field: str
    part: str = ""
    item: str = ""

    def __str__(self) -> str:
        whose = f"{self.form}{self.part}{quoted(self.item)}" if self.part else self.form
        return f"{whose}的{self.field}"

    @property
    def place(self) -> str:
        return str(self.form)


@dataclass(frozen=True)
class PassageLabel(Label):
    """A figure among the words that a form has in one of its fields; `words` stand beside it there."""

    form: FormName
    field: str
    words: str

    def __str__(self) -> str:
        return f"{self.form}{self.field}里的{quoted(self.words)}"

    @property
    def place(self) -> str:
        return str(self.form)


@dataclass(frozen=True)
class Named(Label):
    """What has a name of its own: a sum, a limit, a heading; `of` are put into the name where it has braces."""

    name: str
    of: tuple = ()

    def __str__(self) -> str:
        return self.name.format(*self.of) if self.of else self.name


@dataclass(frozen=True)
class Computed(Label):
    """A percentage by the formula it comes from, with the figures that are put into it, each as (label, text)."""

    formula: str
    operands: tuple[tuple[Label, str], ...]

    def __str__(self) -> str:
        return f"按{self.formula.format(*(f'{label} {text}' for label, text in self.operands))}计算"


_KINDS = {
    "cell": CellLabel,
    "table": TableLabel,
    "text": TextLabel,
    "field": FieldLabel,
    "passage": PassageLabel,
    "named": Named,
}


def label_as_data(label: Label) -> dict:
    """For keeping; of what was computed, the words alone."""
    label = Named(str(label)) if isinstance(label, Named | Computed) else label
    return {"kind": next(kind for kind, one in _KINDS.items() if isinstance(label, one)), **asdict(label)}


def label_from(data: dict) -> Label:
    """The label that `label_as_data` was made from."""
    values = dict(data)
    kind = _KINDS[values.pop("kind")]
    if "form" in values:
        values["form"] = FormName(**values["form"])
    if kind is Named:
        values["of"] = ()
    return kind(**values)
