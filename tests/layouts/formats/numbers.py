"""How a workbook holds an amount: the number that is stored, the format that shows it, and what a person sees."""

from decimal import Decimal

from disclosures.amounts import AmountUnit
from tests.layouts.tables.grids import Number
from tests.layouts.traits import Layout

_ACCOUNTING = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '
FORMATS = {
    "General": "General",
    "0.00": "0.00",
    "grouped": "#,##0.00",
    "accounting": _ACCOUNTING,
    "wan": "0!.0000",
    "finer": "0.00",
    "finer grouped": "#,##0.00",
    "brackets": "#,##0.00_);(#,##0.00)",
    "no zeros": "0.00;-0.00;;@",
}
_FINER = Decimal("0.0034127")  # what division by 10,000 leaves below the cent, too little to change what is shown


def style_of(layout: Layout, unit: AmountUnit) -> str:
    """The trait's setting, but no format that shows 万元 in a document in 元."""
    style = layout["number format"] or "General"
    return "General" if style == "wan" and unit != AmountUnit.WAN else style


def stored(value: Number, style: str) -> tuple[Decimal, str]:
    """The number in the file and its format."""
    held = Decimal(value)
    if style == "wan":
        held *= 10_000
    elif style.startswith("finer") and held:
        held += _FINER.copy_sign(held)
    return held, FORMATS[style]


def shown(value: Number, style: str) -> str:
    """The digits that a person sees, with the usual marks."""
    if style == "General":
        return f"{value.normalize():f}"
    if style in ("accounting", "no zeros") and not value:
        return "-" if style == "accounting" else ""
    if style == "wan":
        return f"{value:.4f}"
    text = f"{value:.2f}" if style in ("0.00", "finer", "no zeros") else f"{value:,.2f}"
    return f"({text.lstrip('-')})" if style == "brackets" and value < 0 else text


def percent_of(text: str) -> tuple[Decimal, str] | None:
    """A printed percentage as a number and the format that shows it; None where it is none."""
    digits = text.removesuffix("%")
    if digits == text or not digits.replace(".", "", 1).isdigit():
        return None
    decimals = len(digits.partition(".")[2])
    return Decimal(digits) / 100, f"0.{'0' * decimals}%" if decimals else "0%"
