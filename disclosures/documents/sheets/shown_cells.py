"""One cell of a workbook as a person sees it, from what is stored and the format that shows it."""

from decimal import Decimal

from disclosures.documents.items import Aside, Cell
from disclosures.documents.sheets.formats.digits import digits_of
from disclosures.documents.sheets.formats.numbers import Format
from disclosures.documents.sheets.seen import NO_LOOK, Sheet

ERROR = "公式出错，格子里是 {}，不是数；请在表格程序里改正后再导入。"
NO_RESULT = "公式没有存下结果，看不出这一格印的是什么；请在表格程序里打开、保存后再导入。"


def put_number(sheet: Sheet, at: tuple[int, int], value: Decimal, look: Format, first_day: int = 0) -> None:
    """Show a number in its cell; one that its format hides is put aside."""
    shown = look.of_number(value, first_day)
    digits = digits_of(value)
    place = sheet.place(*at)
    if not shown.text:
        sheet.aside.append(Aside(place, digits, NO_LOOK))
        return
    stored = "" if shown.is_general or plain(shown.text) == digits else digits
    sheet.put(at, Cell(shown.text, place, shown.is_general, stored, shown.doubt))


def plain(text: str) -> str:
    """The digits of a printed figure, without grouping and zeros at the end."""
    if "." not in text and "," not in text:
        return text
    plain = text.replace(",", "")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def put_text(sheet: Sheet, at: tuple[int, int], text: str, look: Format) -> None:
    """Show a text in its cell, with what its format puts around it."""
    if not text.strip():
        return
    place = sheet.place(*at)
    shown = text if look.text is None else look.of_text(text)
    if shown is text:
        sheet.put(at, Cell(text, place))
    elif shown.strip():
        sheet.put(at, Cell(shown, place, stored="" if shown == text else text))
    else:
        sheet.aside.append(Aside(place, text[:200], NO_LOOK))


def put_doubtful(sheet: Sheet, at: tuple[int, int], text: str, doubt: str) -> None:
    """An error or a formula without result: kept, so that it is not taken for a blank."""
    sheet.put(at, Cell(text, sheet.place(*at), doubt=doubt))
