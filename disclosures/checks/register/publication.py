"""The rules of publication: completeness, form and timeliness of the document as a whole."""

from disclosures.checks.outcomes import Severity
from disclosures.checks.publication import completeness, contents_list
from disclosures.checks.rules import Basis, Kind, Rule
from disclosures.statements.models import STATEMENTS
from disclosures.statements.terms import in_chinese

RULES: tuple[Rule, ...] = (
    Rule(
        "E1", f"{in_chinese(len(STATEMENTS))}张决算表齐全",
        "补上缺的表；没有数的表也要列出空表。", f"公开{min(STATEMENTS)}表到公开{max(STATEMENTS)}表都有。",
        Basis.PUBLICATION, Kind.COMPLETENESS, completeness.tables_present, Severity.WARNING,
    ),
    Rule(
        "E1n", "每张表下面有说明",
        "在表下补写这张表反映什么。", "注：本表反映部门本年度各项支出情况。",
        Basis.PUBLICATION, Kind.FORM, completeness.tables_noted, Severity.NOTE,
    ),
    Rule(
        "E1t", "目录里的表名和表的标题相同",
        "把目录和标题改成一样。", "目录写“基本支出决算表”，标题写“基本支出决算明细表”，不相同。",
        Basis.PRACTICE, Kind.FORM, contents_list.titles_fit, Severity.NOTE,
    ),
    Rule(
        "E1h", "目录和正文的标题相同",
        "把目录和正文的标题改成一样。", "目录写“其他重要事项说明”，正文写“其他重要事项的情况说明”，不相同。",
        Basis.PRACTICE, Kind.FORM, contents_list.headings_fit, Severity.NOTE,
    ),
    Rule(
        "E2", "没有数的表写明本年没有这类收支",
        "保留空表，在表下写明本年没有这类收支。", "如本表为空，则我部门本年度无此类资金收支余。",
        Basis.PUBLICATION, Kind.COMPLETENESS, completeness.empty_tables_said, Severity.WARNING,
    ),
    Rule(
        "E2i", "表下的说明里不留模板的填写提示",
        "删去模板里写给填表人的话。", "“仍保留该表格式，并在本表下方作下述说明”是写给填表人的。",
        Basis.PRACTICE, Kind.FORM, completeness.notes_without_instructions, Severity.NOTE,
    ),
    Rule(
        "E3", "文字部分齐全",
        "补写缺的部分；没有发生的也要写明。",
        "职责、单位构成、“三公”经费、机关运行经费、政府采购、国有资产、绩效、名词解释。",
        Basis.PUBLICATION, Kind.COMPLETENESS, completeness.sections_present, Severity.WARNING,
    ),
    Rule(
        "E4", "财政部门批复后 20 天内公开",
        "核对批复日期和公开日期。", "2024-08-10 批复，2024-08-28 公开，相隔 18 天。",
        Basis.PUBLICATION, Kind.TIMELINESS, completeness.published_in_time, Severity.WARNING,
        left="从批复到公开的天数", right="期限的天数",
    ),
)  # fmt: skip
