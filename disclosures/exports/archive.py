"""Everything of a disclosure in one zip: the tables in all kinds, the text, the self-evaluations, the source, proof."""

from collections.abc import Iterator

from disclosures.exports.deflated import deflated
from disclosures.exports.matters_file import matters_csv
from disclosures.exports.naming import DIGITS, name_of
from disclosures.exports.packages.descriptor import NAME, disclosure_package
from disclosures.exports.performance_files import indicators_csv, performance_json
from disclosures.exports.table.content import TableFile, plain_stem, source_of
from disclosures.exports.table.formats import FILE_FORMATS
from disclosures.publication.digest import canonical_json
from disclosures.statements.loaded import load_all_tables
from disclosures.statements.models import Disclosure, Duty, Paragraph, SourceDocument, Term, statements_in
from disclosures.statements.terms import in_chinese
from disclosures.tables.selection import Extent, Selection
from disclosures.tables.showing import tabulate
from disclosures.tables.table import Table

WHOLE = Selection(columns=Extent.ALL)  # the form with all its columns
CONTENTS = """{title}
{unit_name}，第 {revision} 版，{state}

tables/          {tables}张决算表：csv（表格软件直接打开）、xlsx（表样的版式）、json（编码、金额以元计、出处）
text.txt         文字说明、主要职责和名词解释，照登原文
matters.csv      文字里写的其他事项：机关运行经费、采购、车辆、接待
indicators.csv   绩效自评的每一项指标
performance.json 全部绩效自评表
source/          {source}
datapackage.json 各张 csv 的栏目和类型，供 Frictionless 一类的程序读
canonical.json   这一版的全部内容；对它算 SHA-256，得到校验码

来源    {address}
校验码  {digest}

csv 文件里只有表头和数据，每行的栏数都一样；来源和校验码写在这里，不占数据的行。
"""


def archive(disclosure: Disclosure, origin: str, page: str, tables: dict[str, str]) -> bytes:
    """The zip; `page` and `tables` are the addresses of this revision below `origin`. The queries do not grow."""
    return deflated(_files(disclosure, origin + page, {number: origin + path for number, path in tables.items()}))


def archive_name(disclosure: Disclosure) -> str:
    return name_of(
        "zip",
        disclosure.unit_name,
        f"{disclosure.year}年度决算",
        f"第{disclosure.revision}版",
        disclosure.digest[:DIGITS],
    )


def plain_archive_name(disclosure: Disclosure) -> str:
    return f"{plain_stem(disclosure)}-{disclosure.digest[:DIGITS]}.zip"


def _files(disclosure: Disclosure, address: str, tables: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    source = source_of(disclosure, address)
    yield "README.txt", _contents(disclosure, address).encode("utf-8-sig")
    shown = _shown(disclosure)
    yield NAME, disclosure_package(disclosure, shown, address)
    yield from _tables(disclosure, shown, tables)
    yield "text.txt", "\n".join([*_text(disclosure), "", source]).encode("utf-8-sig")
    yield "matters.csv", matters_csv(disclosure)
    yield "indicators.csv", indicators_csv(disclosure)
    yield "performance.json", performance_json(disclosure, source)
    if disclosure.source:
        yield f"source/{_plain(disclosure.source.name)}", bytes(disclosure.source.content)
    yield "canonical.json", canonical_json(disclosure).encode()


def _contents(disclosure: Disclosure, address: str) -> str:
    return CONTENTS.format(
        title=disclosure.title or disclosure,
        unit_name=disclosure.unit_name,
        revision=disclosure.revision,
        state=disclosure.get_state_display(),
        tables=in_chinese(len(statements_in(disclosure.year))),
        address=address,
        digest=disclosure.digest,
        source=_said_of(disclosure.source),
    )


def _said_of(source: SourceDocument | None) -> str:
    if source and source.original_sha256:
        return f"收到的文件清理后的一份，去掉了作者、批注和修订痕迹；清理前的 SHA-256 是 {source.original_sha256}"
    return "收到的原公开文件，一个字节也没有改"


def _shown(disclosure: Disclosure) -> list[Table]:
    loaded = load_all_tables(disclosure)
    return [tabulate(loaded.table(number), WHOLE) for number in statements_in(disclosure.year)]


def _tables(disclosure: Disclosure, shown: list[Table], addresses: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    for table in shown:
        query = f"?{table.selection.query}" if table.selection.query else ""
        file = TableFile(table, disclosure, addresses[table.number] + query)
        for suffix, file_format in FILE_FORMATS.items():
            yield f"tables/{table.number}.{suffix}", file_format.write(file)


def _text(disclosure: Disclosure) -> Iterator[str]:
    """The words of the document in its order, headings set off; then what it lists."""
    for paragraph in Paragraph.objects.filter(disclosure=disclosure).order_by("position"):
        yield f"\n{paragraph.text}" if paragraph.level else paragraph.text
    yield "\n主要职责"
    yield from (duty.text for duty in Duty.objects.filter(disclosure=disclosure).order_by("position"))
    yield "\n名词解释"
    for term in Term.objects.filter(disclosure=disclosure).order_by("position"):
        yield f"{term.name}：{term.definition}"


def _plain(name: str) -> str:
    """The name of the file without any folder, which a zip would make."""
    stem, dot, ending = name.rpartition(".")
    return name_of(ending, stem) if dot else name_of("bin", name)
