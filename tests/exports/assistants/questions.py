"""Questions that citizens ask, the tool that a model would call, and what the document prints of it."""

from collections.abc import Iterable
from typing import Any, NamedTuple

SITE = "https://accounts.example"
SAMPLE = "fixtures/fushun-petition-office-2023.txt"
UNIT = "210400-011001"
PAGES = f"{SITE}/units/{UNIT}/2023.r1/"


class Question(NamedTuple):
    """What is asked; the answer must hold this figure, as printed, at this address below the site."""

    words: str
    tool: str
    given: dict[str, Any]
    figure: str | None
    address: str


def _table(words: str, number: str, row: str, column: str, figure: str | None, code: str = "") -> Question:
    """One cell of the table; `column` is its printed number, or its name where none is printed."""
    given = {"unit": UNIT, "year": "2023", "table": number, "code": code}
    return Question(words, "read_table", given, figure, f"{PAGES}tables/{number}/#{row}.{column}")


def _of_2023(words: str, tool: str, figure: str, address: str, **given: Any) -> Question:
    return Question(words, tool, {"unit": UNIT, "year": 2023, **given}, figure, address)


QUESTIONS = (
    _table("信访局 2023 年一共花了多少？", "03", "total", "1", "1,262.08"),
    _table("其中项目支出是多少？", "03", "total", "3", "635.36"),
    _table("信访事务花了多少？", "03", "2010308", "1", "635.36", code="2010308"),
    _table("交了多少基本养老保险？", "05", "2080505", "1", "48.03", code="2080505"),
    _table("发了多少基本工资？", "06", "30101", "amount", "132.03", code="30101"),
    _table("公用经费是多少？", "06", "operating", "amount", "121.12"),
    _table("请客花了多少？", "07", "official_reception", "2", "4.24"),
    _table("接待费的预算是多少？", "07", "official_reception", "1", None),
    _table("养车花了多少？", "07", "vehicle_operation", "2", "3.00"),
    Question("全市社会保障支出多少？", "follow_code", {"code": "208"}, "1158000.00", f"{SITE}/codes/function/208/"),
    Question(
        "这个单位社会保障支出历年多少？", "follow_code", {"code": "208", "unit": UNIT}, "115.80",
        f"{PAGES}tables/03/#208.1",
    ),
    Question(
        "谁花得最多？", "rank", {"code": "208", "year": 2023}, "1158000.00", f"{PAGES}tables/03/#208",
    ),
    Question(
        "和别的单位比，总支出是多少？", "compare", {"units": [UNIT, "110000-1"], "year": 2023, "table": "03"},
        "1,262.08", f"{PAGES}tables/03/#total.1",
    ),
    Question(
        "接待费要写进文章，怎么引用？", "cite_cell",
        {"unit": UNIT, "year": "2023", "table": "07", "row": "official_reception", "column": "actual"}, "4.24",
        f"{PAGES}tables/07/#official_reception.2",
    ),
    _of_2023("机关运行经费是多少？", "matters", "121.12 万元", f"{PAGES}matters/"),
    _of_2023("哪些指标扣了分？", "indicators", "1.52", f"{PAGES}performance/1/#i9", which="lost"),
    _of_2023("账对得上吗？", "findings", "0.00%", f"{PAGES}narrative/#p81"),
)  # fmt: skip


def said_at(answer: Any, address: str) -> list[Any]:
    """All that is told in the object which leads to that address, or in lists of it."""
    return [word for told in _objects(answer) if told.get("address") == address for word in _words(told)]


def _objects(answer: Any) -> Iterable[dict[str, Any]]:
    if isinstance(answer, dict):
        yield answer
    within = answer.values() if isinstance(answer, dict) else answer if isinstance(answer, list) else ()
    for each in within:
        yield from _objects(each)


def _words(told: Any) -> Iterable[Any]:
    if isinstance(told, dict | list):
        for each in told.values() if isinstance(told, dict) else told:
            yield from _words(each)
    else:
        yield told
