"""The formats that workbooks name by number alone, as a program set to Chinese shows them."""

_ACCOUNTING = '_ * #,##0{0}_ ;_ * \\-#,##0{0}_ ;_ * "-"{1}_ ;_ @_ '
_ACCOUNTING_MONEY = '_ ¥* #,##0{0}_ ;_ ¥* \\-#,##0{0}_ ;_ ¥* "-"{1}_ ;_ @_ '

_YEAR_MONTH = 'yyyy"年"m"月"'
_MONTH_DAY = 'm"月"d"日"'
_WITH_HALF = ('上午/下午h"时"mm"分"', '上午/下午h"时"mm"分"ss"秒"')

BUILTIN: dict[int, str] = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0", 7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: _YEAR_MONTH, 28: _MONTH_DAY, 29: _MONTH_DAY, 30: "m/d/yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: _WITH_HALF[0], 35: _WITH_HALF[1], 36: _YEAR_MONTH,
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: _ACCOUNTING.format("", ""), 42: _ACCOUNTING_MONEY.format("", ""),
    43: _ACCOUNTING.format(".00", "??"), 44: _ACCOUNTING_MONEY.format(".00", "??"),
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: _YEAR_MONTH, 51: _MONTH_DAY, 52: _YEAR_MONTH, 53: _MONTH_DAY, 54: _MONTH_DAY,
    55: _WITH_HALF[0], 56: _WITH_HALF[1], 57: _YEAR_MONTH, 58: _MONTH_DAY,
}  # fmt: skip


def code_of(number: int, own: dict[int, str]) -> str:
    """The code of a format by its number: of those that the workbook declares, else of those that are built in."""
    return own.get(number) or BUILTIN.get(number, "General")
