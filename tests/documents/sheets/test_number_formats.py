"""Number formats: each shows a number as spreadsheets do, or says that it cannot be told."""

from decimal import Decimal

import pytest

from disclosures.documents.sheets.formats.digits import number_of
from disclosures.documents.sheets.formats.numbers import format_of

ACCOUNTING = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("0.00", "2106.6612345678", "2106.66"),
        ("0.00", "2.675", "2.68"),  # half up from the digits, not from the binary fraction
        ("0.00", "-0.5", "-0.50"),
        ("#,##0.00", "21066600", "21,066,600.00"),
        ("#,##0", "0", "0"),
        ("#.##", "5", "5."),
        (".00", "0.5", ".50"),
        ("000000", "12", "000012"),
        ("000,000", "12", "000,012"),
        ("0!.0000", "21066600", "2106.6600"),
        ('0"."0000', "1234", "0.1234"),
        ("0\\.0,", "21066600", "2106.7"),
        ("0!.0000", "-12", "-0.0012"),
        ("0.00,", "1234567", "1234.57"),
        ("#,##0.0,,", "1234567890", "1,234.6"),
        ("0.00%", "0.99967", "99.97%"),
        (ACCOUNTING, "0", "-"),
        (ACCOUNTING, "-1234.5", "-1,234.50"),
        (ACCOUNTING, "12", "12.00"),
        ("#,##0.00_);(#,##0.00)", "-1234.5", "(1,234.50)"),
        ("0.00;-0.00;;@", "0", ""),
        ("0.00;-0.00;;@", "-3", "-3.00"),
        (";;;", "5", ""),
        ("[$-804]0.00", "1", "1.00"),
        ("[$¥-804]#,##0.00", "1", "¥1.00"),
        ('General"元"', "12.5", "12.5元"),
        ("0.00元", "5", "5.00元"),
        ('[>=10000]0!.0,"万";0', "12345", "1.2万"),
        ('[>=10000]0!.0,"万";0', "45", "45"),
        ("[Red]-0.0;[Blue](0.0)", "-5", "(5.0)"),
        ("yyyy/m/d", "45291", "2023/12/31"),
        ('yyyy"年"m"月"d"日" h:mm:ss', "45291.75", "2023年12月31日 18:00:00"),
        ("h:mm AM/PM", "0.75", "6:00 PM"),
        ("0_ ", "2010301", "2010301"),
    ],
)
def test_a_format_shows_what_spreadsheets_show(code, value, text):
    assert format_of(code).of_number(Decimal(value)) == (text, False, "")


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("[DBNum2]0", "3"),
        ("# ?/?", "0.5"),
        ("0.00E+00", "3"),
        ("[White]0", "3"),
        ("*-0", "3"),
        ("[h]:mm", "1.5"),
        ("0" * 10_000, "3"),
        ("#,##0.00;[Red]#,##0.00", "-5"),  # only red tells the sign
        ("[<0]0.0;0", "-5"),
        ("0;0;0;0;0", "1"),
        ("yyyy", "-1"),
    ],
)
def test_a_format_that_cannot_be_told_is_in_doubt(code, value):
    shown = format_of(code).of_number(Decimal(value))
    assert (shown.text, bool(shown.doubt)) == (value, True)


def test_without_a_format_the_digits_are_shown():
    for code in ("General", "G/通用格式", "@", ""):
        assert format_of(code).of_number(Decimal("12.5")) == ("12.5", True, "")


@pytest.mark.parametrize(("code", "text"), [(";;;", ""), ('@"元"', "甲元"), ("0.00", "甲"), (ACCOUNTING, " 甲 ")])
def test_a_format_shows_a_text(code, text):
    assert format_of(code).of_text("甲") == text


def test_a_number_has_fifteen_digits():
    assert number_of(0.1 + 0.2) == Decimal("0.3")
    assert f"{number_of('1e15'):f}" == "1000000000000000"
