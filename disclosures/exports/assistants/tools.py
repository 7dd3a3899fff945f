"""The tools; every answer has addresses and revisions, so that what a model says can be looked up."""

from typing import Annotated, Any

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from disclosures.addresses import links
from disclosures.addresses.spots import text_anchor
from disclosures.classification.codes import ECONOMIC, FUNCTIONAL
from disclosures.exports.api.resources.codes import CODES
from disclosures.exports.api.resources.common import yuan
from disclosures.exports.api.resources.findings import FINDINGS
from disclosures.exports.api.resources.indicators import INDICATORS
from disclosures.exports.api.resources.lines import LINES
from disclosures.exports.api.resources.matters import MATTERS
from disclosures.exports.api.resources.search import SEARCH
from disclosures.exports.api.resources.terms import TERMS
from disclosures.exports.api.resources.totals import RANKS, TOTALS
from disclosures.exports.api.resources.units import UNITS
from disclosures.exports.assistants.asking import every, is_cut, revision, told
from disclosures.statements.models import STATEMENTS, Disclosure, Paragraph, statements_in
from disclosures.tables.rows import Row
from disclosures.tables.showing import table_of
from disclosures.tables.table import Table as ShownTable

Unit = Annotated[str, Field(description="单位的键，如 210400-011001，由 find_unit 得到", max_length=60)]
Year = Annotated[str, Field(description="年度，如 2023；要某一版就写 2023.r1", max_length=12)]
Table = Annotated[str, Field(description="表号 01 到 09", max_length=2)]
Code = Annotated[str, Field(description="科目编码，如 2080505，由 find_code 得到", max_length=7)]
Name = Annotated[str, Field(description="名称里的几个字，如“信访局”或“养老保险”", max_length=100)]
Answer = dict[str, Any]
EXPLANATIONS = 5  # of one term: units copy them from each other


FINDS = 20  # of one question: the best stand first


class Tools:
    """Each public method is a tool, described by its docstring; `origin` stands before every address."""

    def __init__(self, origin: str):
        self.origin = origin

    def search(
        self, question: Annotated[str, Field(description="一句话或几个词，如“信访局 2023 公务接待费”", max_length=100)]
    ) -> Answer:
        """检索：不知道用哪个工具时先问它。先是直接的答案，再是表中的行、文字、名词等，每条有照原文的写法和网址。"""
        found = told(SEARCH, self.origin, under="finds", most=FINDS, q=question)
        if not found["finds"]:
            raise ToolError(f"没有找到“{question}”。换几个词，或用 find_unit、find_code 找。")
        return found

    def find_unit(
        self, name: Annotated[str, Field(description="名称里的几个字，如“信访局”", max_length=100)]
    ) -> Answer:
        """按名称找公开决算的单位：得到单位的键、公开了哪些年度、网址。"""
        found = told(UNITS, self.origin, name=name)
        if not found["units"]:
            raise ToolError(f"本站没有名称里有“{name}”的单位公开决算。")
        return found

    def find_code(
        self, name: Annotated[str, Field(description="名称里的几个字，如“养老保险”", max_length=100)]
    ) -> Answer:
        """按名称找科目的编码：功能分类（钱花在什么事上）和经济分类（钱花成什么）。"""
        found = told(CODES, self.origin, fields="scheme,code,name,level,address", name=name)
        if not found["codes"]:
            raise ToolError(f"没有名称里有“{name}”的科目。")
        return found

    def read_table(self, unit: Unit, year: Year, table: Table, code: Code = "") -> Answer:
        """读一份决算的一张表：每个数有照原文的写法、元、出处和长期有效的网址。

        01 收支总表，02 收入，03 支出（按功能科目），04 财政拨款收支，05 一般公共预算支出，06 基本支出（按经济科目），
        07“三公”经费，08 政府性基金，09 国有资本经营。
        """
        found = revision(unit, year)
        if table not in statements_in(found.year):
            raise ToolError(f"{found.year} 年度的决算没有公开{table}表；有 {'、'.join(statements_in(found.year))}。")
        # The lists hold current revisions; an earlier one is read from its own table.
        shown = table_of(found, table)
        lines = [line for line in self._lines(found, shown) if code in ("", line["code"])]
        if code and not lines:
            raise ToolError(f"这份决算的公开{table}表里没有科目 {code}。")
        page = links.pinned(found).table(table)
        return {
            "unit_name": found.unit_name, "year": found.year, "revision": found.revision,
            "title": STATEMENTS[table].title_in(found.year), "printed_unit": shown.unit,
            "lines": lines, "address": self.origin + page,
        }  # fmt: skip

    def cite_cell(
        self, unit: Unit, year: Year, table: Table,
        row: Annotated[str, Field(description="行的编码、行次或 total", max_length=40)],
        column: Annotated[str, Field(description="栏目的键，read_table 里有", max_length=40)],
    ) -> Answer:  # fmt: skip
        """引用一个数：照原文的写法、单位、哪一版、长期有效的网址，和一句可以直接写上的出处。"""
        read = self.read_table(unit, year, table)
        for line in read["lines"]:
            for figure in line["figures"]:
                if row in (line["code"], line["row"]) and figure["column"] == column:
                    name = f"{read['title']}“{line['name']}”的“{figure['title']}”"
                    printed = f"{figure['printed']} {read['printed_unit']}" if figure["printed"] else "（没有印数）"
                    citation = f"{read['unit_name']}{read['year']}年度部门决算，公开{table}表 {name}：{printed}，"
                    return {**figure, "printed_unit": read["printed_unit"], "revision": read["revision"],
                            "citation": f"{citation}第 {read['revision']} 版，{figure['address']}"}  # fmt: skip
        rows = "、".join(dict.fromkeys(line["code"] or line["row"] for line in read["lines"]))
        raise ToolError(f"公开{table}表里没有这一格。行有 {rows[:400]}；栏目见 read_table。")

    def follow_code(
        self, code: Code, table: Table = "03",
        unit: Annotated[str, Field(description="只看这个单位", max_length=60)] = "",
    ) -> Answer:  # fmt: skip
        """一个科目历年的数：全部单位之和，或一个单位的各年。"""
        asked: dict[str, Any] = {"table": table, "code": code} | ({"unit": unit} if unit else {})
        found = told(LINES if unit else TOTALS, self.origin, under="years", **asked)
        if not found["years"]:
            raise ToolError(f"没有单位在公开{table}表里印过科目 {code}。")
        return found | {"address": self.origin + links.code(ECONOMIC if table == "06" else FUNCTIONAL, code)}

    def rank(self, code: Code, year: Annotated[int, Field(description="年度")], table: Table = "03") -> Answer:
        """一个科目一个年度，各单位从多到少；只比公开了的单位。"""
        found = told(RANKS, self.origin, table=table, code=code, year=year)
        if not found["ranks"]:
            raise ToolError(f"{year} 年度没有单位在公开{table}表里印过科目 {code}。")
        return found

    def compare(
        self, units: Annotated[list[str], Field(description="两到十个单位的键", min_length=2, max_length=10)],
        year: Annotated[int, Field(description="年度")], table: Table, code: Code = "",
    ) -> Answer:  # fmt: skip
        """几个单位同一年度、同一张表并排；不写 code 就比合计。"""
        each = [
            every(LINES, self.origin, table=table, unit=unit, year=year, code=code) for unit in dict.fromkeys(units)
        ]
        lines = [line for found in each for line in found if code or line["is_total"]]
        missing = [unit for unit in units if unit not in {line["unit"] for line in lines}]
        if len(missing) == len(units):
            raise ToolError(f"这些单位 {year} 年度的公开{table}表里都没有这个数。")
        return {"lines": lines, "missing": missing}

    def findings(self, unit: Unit, year: Annotated[int, Field(description="年度")]) -> Answer:
        """一份现行决算里核对不上的地方：两边的数、差多少、一句话、单位的答复。"""
        found = revision(unit, str(year))
        answer = told(FINDINGS, self.origin, unit=unit, year=year)
        return answer | {"address": self.origin + links.pinned(found).checks()}

    def indicators(self, unit: Unit, year: Annotated[int, Field(description="年度")], which: str = "all") -> Answer:
        """绩效自评的指标；which 是 all、missed（没达到）、lost（扣了分）或 unexplained（扣了分没写原因）。"""
        found = revision(unit, str(year))
        answer = told(INDICATORS, self.origin, unit=unit, year=year, which=which)
        return answer | {"address": self.origin + links.pinned(found).performance()}

    def matters(self, unit: Unit, year: Annotated[int, Field(description="年度")]) -> Answer:
        """文字里各表之外的数：机关运行经费、政府采购、车辆、接待批次和人数等。"""
        found = revision(unit, str(year))
        answer = told(MATTERS, self.origin, unit=unit, year=year)
        return answer | {"address": self.origin + links.pinned(found).other_matters()}

    def read_text(
        self, unit: Unit, year: Year,
        about: Annotated[str, Field(description="段落里有这几个字；不写就是全部", max_length=40)] = "",
    ) -> Answer:  # fmt: skip
        """一份决算的文字说明里讲到什么的段落，照原文。"""
        found = revision(unit, year)
        paragraphs = Paragraph.objects.filter(disclosure=found, text__contains=about).order_by("position")
        page = self.origin + links.pinned(found).narrative()
        said = [
            {**paragraph, "address": f"{page}#{text_anchor(paragraph['position'])}"}
            for paragraph in paragraphs.values("position", "chapter", "text", "place")
        ]
        if not said:
            raise ToolError(f"这份决算的文字里没有“{about}”。")
        return {"paragraphs": said, "revision": found.revision, "address": page}

    def explain(self, term: Annotated[str, Field(description="名词，如“基本支出”", max_length=100)]) -> Answer:
        """一个名词是什么意思：各份决算的原文解释。"""
        found = told(TERMS, self.origin, name=term)
        if not found["terms"]:
            raise ToolError(f"没有决算解释过“{term}”。")
        terms = found["terms"][:EXPLANATIONS]
        return {"terms": terms, "count": found["count"], **is_cut(len(terms), found["count"])}

    def _lines(self, disclosure: Disclosure, table: ShownTable) -> list[Answer]:
        """The rows of the table that say something; a list of lines would not know earlier revisions."""
        page = self.origin + links.pinned(disclosure).table(table.number)
        rows = [row for row in table.rows if row.name or row.code or not row.is_blank]
        return [
            {"row": row.key, "code": row.code, "name": row.name, "place": row.place, "figures": _figures(row, page)}
            for row in rows
        ]


def _figures(row: Row, page: str) -> list[Answer]:
    return [
        {
            "column": cell.column.name,
            "title": cell.column.full_title,
            "amount": yuan(cell.value),
            "printed": cell.text or None,
            "address": f"{page}#{cell.anchor}",
        }
        for cell in row.cells
    ]
