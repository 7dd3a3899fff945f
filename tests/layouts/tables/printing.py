"""How a layout prints figures, and what each must be read as."""

from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import Precision, in_unit, printed
from disclosures.statements.fields import Amount
from tests.layouts.tables.grids import Figure, Number, Value
from tests.layouts.traits import HOLD_NUMBERS, Layout

_NARROW = 8  # characters that fit into a narrow cell
_FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


@dataclass(frozen=True)
class Printer:
    """Prints in the document's unit, with its decimals."""

    layout: Layout
    precision: Precision

    def figure(self, value: Decimal | None) -> Value:
        """`value` is 元 as rounded for the document; a `Decimal` stands for a cell that holds a number."""
        is_number = self.layout["figures"] == "number" and self.layout["format"] in HOLD_NUMBERS
        if value is None:
            nothing = self.layout["nothing"]
            return Number(nothing) if is_number and nothing.startswith("0") else nothing
        if is_number:
            return Number(in_unit(value, self.precision.unit))
        return Figure(self._with_sign(value))

    def read(self, value: Decimal | None) -> Decimal | None:
        """元 that the printed figure says: a printed zero is zero, a blank or a dash is nothing."""
        if value is None and self.layout["nothing"].startswith("0"):
            value = Decimal("0.00")
        return None if value == 0 and self.hides_zeros else value

    @property
    def hides_zeros(self) -> bool:
        """Whether the format of the numbers shows a zero as a dash or not at all."""
        is_number = self.layout["figures"] == "number" and self.layout["format"] in HOLD_NUMBERS
        return is_number and self.layout["number format"] in ("accounting", "no zeros")

    def _with_sign(self, value: Decimal) -> str:
        text = self._digits(abs(value))
        if value < 0:
            text = f"({text})" if self.layout["minus"] == "()" else self.layout["minus"] + text
        return f" {text} " if self.layout["figures"] == "padded" else text

    def _digits(self, value: Decimal) -> str:
        style = self.layout["figures"]
        text = printed(
            value, self.precision.unit, self.precision.decimals, grouping=style in ("grouped", "full width", "spaced")
        )
        if style == "short":
            return text.rstrip("0").rstrip(".")
        return {"full width": text.translate(_FULL_WIDTH), "spaced": text.replace(",", " ")}.get(style, text)

    def title(self, column: Amount) -> str:
        """The title of an amount column, with the unit where the heads alone say it."""
        title = column.titles[-1 if self.layout["column titles"] == "others" else 0]
        return self.wrap(f"{title}（{self.precision.unit}）" if self.layout["money"] == "in the heads" else title)

    def wrap(self, text: str) -> str:
        """A name too long for its narrow cell, broken in the middle."""
        middle = len(text) // 2
        return f"{text[:middle]}\n{text[middle:]}" if self.layout["wrapped"] and len(text) > _NARROW else text

    @property
    def between(self) -> list[str]:
        """The blank column between two panels, if there is one."""
        return [""] if self.layout["column between"] else []

    def words(self, text: str) -> str:
        """A short label, spaced out where the layout does that."""
        return " ".join(text) if self.layout["spaced words"] and len(text) == 2 else text
