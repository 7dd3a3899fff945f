"""Writes the corpus: each document by the writer of its format, and beside it what the accounts it was made of say.

The expectation comes from the made-up accounts, never from the reader. Run as `python -m tests.documents.corpus.make`;
what is kept is changed only with the specimens.
"""

import json
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "disclosures.settings")
django.setup()

from disclosures.demo.made_up import make_up  # noqa: E402 - models need the settings
from tests.documents.corpus.specimens import SPECIMENS, Specimen  # noqa: E402
from tests.layouts.documents import LaidOut, lay_out  # noqa: E402
from tests.layouts.tables.grids import head_of  # noqa: E402
from tests.layouts.tables.laid import Laid, Line  # noqa: E402
from tests.layouts.troubles import troubled  # noqa: E402
from tests.layouts.writers import WRITERS  # noqa: E402

# Of tables that Beijing publishes beside the nine: number, heads, rows.
_BEIJING = {
    "政府性基金预算财政拨款基本支出决算表": ("08", ("科目编码", "科目名称", "决算数"), [("301", "工资福利支出", "")]),
    "政府采购情况表": ("11", ("项目", "采购金额"), [("合计", "57.31"), ("货物", "20.11"), ("服务", "37.20")]),
    "政府购买服务支出情况表": ("12", ("指导性目录", "支出数"), [("合计", "12.66"), ("技术性服务", "12.66")]),
}


def made(specimen: Specimen) -> LaidOut:
    """The document of a specimen."""
    seed = SPECIMENS.index(specimen)
    made_up = make_up(seed, profile=specimen.profile, region=specimen.region)
    document = lay_out(made_up, troubled(specimen.layout), seed)
    for title in specimen.also:
        if title in _BEIJING:
            document.tables.append(_local(title, *_BEIJING[title]))
    return document


def _local(title: str, number: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> Laid:
    drawn = head_of([(head,) for head in heads], "merged")
    for row in rows:
        drawn.add(list(row))
    return Laid(drawn, title=title, printed_title=title, caption=[[title], [f"公开{number}表", "金额单位：万元"]])


def expected(document: LaidOut, specimen: Specimen) -> dict:
    """What a person reads in it: of every row its key and the amounts that are printed, in 元; a blank is left out."""
    return {
        "unit_name": document.made_up.disclosure.unit_name,
        "amount_unit": document.made_up.profile.unit.value,
        "forms": [laid.form.form.name for laid in document.forms],
        "also": list(specimen.also),
        "statements": {number: list(map(as_row, laid.lines)) for number, laid in sorted(document.statements.items())},
    }


def as_row(one: Line) -> list:
    return [*one.key, {name: f"{value:.2f}" for name, value in one.amounts if value is not None}]


def _written(data: dict) -> str:
    """JSON with a line for each row, so that people can compare it with the document."""
    tables = data.pop("statements")
    rows = {
        number: ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in lines)
        for number, lines in tables.items()
    }
    listed = ",\n".join(f'"{number}": [\n{lines}\n]' for number, lines in rows.items())
    head = json.dumps(data, ensure_ascii=False, indent=1).removesuffix("\n}")
    return f'{head},\n "statements": {{\n{listed}\n}}}}\n'


def main() -> None:
    for specimen in SPECIMENS:
        document = made(specimen)
        WRITERS[specimen.layout["format"]](document, specimen.path)
        specimen.expected.write_text(_written(expected(document, specimen)), encoding="utf-8")


if __name__ == "__main__":
    main()
