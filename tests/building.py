"""A small disclosure for tests, with lines in every table and something in every other part; its sums are right."""

from disclosures.classification.models import Region
from disclosures.publication import workflow
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.lines import StatementLine
from disclosures.statements.models import (
    STATEMENTS,
    Chapter,
    Disclosure,
    Duty,
    Paragraph,
    PerformanceForm,
    PerformanceIndicator,
    PerformanceTask,
    StatementHead,
    Term,
    Unit,
    UnitInScope,
    statements_in,
)

NAME = "抚顺市信访局"

# Figures as the document prints them, in 万元 and in the order of the columns; "" prints nothing, "0.00" is zero.
FUNCTIONS = {
    "": "合计",
    "201": "一般公共服务支出",
    "20103": "政府办公厅（室）及相关机构事务",
    "2010301": "行政运行",
    "2010308": "信访事务",
    "208": "社会保障和就业支出",
    "20805": "行政事业单位养老支出",
    "2080505": "机关事业单位基本养老保险缴费支出",
}
BY_FUNCTION = {
    "02": {
        "": ("1,262.08", "1,262.08"),
        "201": ("1,083.57", "1,083.57"),
        "20103": ("1,083.57", "1,083.57"),
        "2010301": ("448.21", "448.21"),
        "2010308": ("635.36", "635.36"),
        "208": ("178.51", "178.51"),
        "20805": ("178.51", "178.51"),
        "2080505": ("178.51", "178.51"),
    },
    "03": {
        "": ("1,262.08", "626.72", "635.36"),
        "201": ("1,083.57", "448.21", "635.36"),
        "20103": ("1,083.57", "448.21", "635.36"),
        "2010301": ("448.21", "448.21", ""),
        "2010308": ("635.36", "", "635.36"),
        "208": ("178.51", "178.51", ""),
        "20805": ("178.51", "178.51", ""),
        "2080505": ("178.51", "178.51", ""),
    },
    "05": {
        "": ("1,262.08", "626.72", "635.36"),
        "201": ("1,083.57", "448.21", "635.36"),
        "20103": ("1,083.57", "448.21", "635.36"),
        "2010301": ("448.21", "448.21", "0.00"),
        "2010308": ("635.36", "0.00", "635.36"),
        "208": ("178.51", "178.51", "0.00"),
        "20805": ("178.51", "178.51", "0.00"),
        "2080505": ("178.51", "178.51", "0.00"),
    },
    "08": {"": ()},
    "09": {"": ()},
}
BY_ECONOMIC_CODE = (
    ("301", "工资福利支出", "505.60"),
    ("30101", "基本工资", "305.60"),
    ("30102", "津贴补贴", "200.00"),
    ("30103", "奖金", ""),
    ("302", "商品和服务支出", "121.12"),
    ("30201", "办公费", "121.12"),
    ("staff", "人员经费合计", "505.60"),
    ("operating", "公用经费合计", "121.12"),
)
BY_FORM_ROW = {
    "01": {
        (INCOME, "general_public_budget"): ("1,262.08",),
        (INCOME, "income_this_year"): ("1,262.08",),
        (INCOME, "grand_total"): ("1,262.08",),
        (EXPENDITURE, "201"): ("1,083.57",),
        (EXPENDITURE, "208"): ("178.51",),
        (EXPENDITURE, "expenditure_this_year"): ("1,262.08",),
        (EXPENDITURE, "grand_total"): ("1,262.08",),
    },
    "04": {
        (INCOME, "general_public_budget"): ("1,262.08",),
        (INCOME, "income_this_year"): ("1,262.08",),
        (INCOME, "grand_total"): ("1,262.08",),
        (EXPENDITURE, "201"): ("1,083.57", "1,083.57"),
        (EXPENDITURE, "208"): ("178.51", "178.51"),
        (EXPENDITURE, "expenditure_this_year"): ("1,262.08", "1,262.08"),
        (EXPENDITURE, "grand_total"): ("1,262.08", "1,262.08"),
    },
}
THREE_PUBLIC = {
    "total": ("5.00", "4.24"),
    "overseas_travel": ("", ""),
    "official_reception": ("", "4.24"),
    "official_vehicles": ("5.00", "0.00"),
    "vehicle_operation": ("5.00", "0.00"),
    "vehicle_purchase": ("", ""),
}


def build_unit(code: str = "011001", name: str = NAME, region: str = "210400") -> Unit:
    """The unit with that code, made if it is not there yet."""
    region, _ = Region.objects.get_or_create(code=region, defaults={"name": "抚顺市"})
    return Unit.objects.get_or_create(region=region, code=code, defaults={"name": name})[0]


def build_disclosure(
    year: int = 2023, unit_code: str = "011001", unit_name: str = NAME, region: str = "210400", **fields
) -> Disclosure:
    """A draft with all parts; `fields` go to the disclosure itself."""
    unit = build_unit(unit_code, unit_name, region)
    fields = {"title": f"{unit_name}{year}年度部门决算公开", "unit_name": unit_name, **fields}
    disclosure = Disclosure.objects.create(unit=unit, year=year, **fields)
    _heads(disclosure)
    _tables(disclosure)
    _text(disclosure)
    _performance(disclosure)
    return disclosure


def submitted_disclosure(**kwargs) -> Disclosure:
    """The same, submitted; takes what `build_disclosure` takes."""
    disclosure = build_disclosure(**kwargs)
    workflow.submit(disclosure)
    return disclosure


def published_with_a_long_table(rows: int = 200) -> Disclosure:
    """The same with that many rows more in table 03."""
    disclosure = build_disclosure()
    model = STATEMENTS["03"]
    model._default_manager.bulk_create(
        model(disclosure=disclosure, position=100 + n, code=f"22{n:05}", name="其他", total_expenditure=1)
        for n in range(rows)
    )
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    return disclosure


def published_disclosure(**kwargs) -> Disclosure:
    """The same, published; takes what `build_disclosure` takes."""
    disclosure = submitted_disclosure(**kwargs)
    workflow.publish(disclosure)
    return disclosure


def corrected_disclosure(disclosure: Disclosure, **changed: str) -> Disclosure:
    """The next revision, published, with these fields of its cover changed."""
    draft = workflow.revise(disclosure)
    for name, value in {"change_note": "更正", **changed}.items():
        setattr(draft, name, value)
    draft.save()
    workflow.submit(draft)
    workflow.publish(draft)
    return draft


def _heads(disclosure: Disclosure) -> None:
    empty = ("08", "09")
    StatementHead.objects.bulk_create(
        StatementHead(
            disclosure=disclosure,
            position=position,
            number=number,
            title=model.title,
            unit_name=disclosure.unit_name,
            notes=f"注：{model.note}\n本表金额转换成万元时，因四舍五入可能存在尾差。",
            is_declared_empty=number in empty,
            empty_reason="本表为空，我部门本年度无此类资金收支余。" if number in empty else "",
        )
        for position, (number, model) in enumerate(statements_in(disclosure.year).items(), start=1)
    )


def _tables(disclosure: Disclosure) -> None:
    for number, rows in BY_FUNCTION.items():
        _save(disclosure, number, [({"code": code, "name": FUNCTIONS[code]}, row) for code, row in rows.items()])
    _save(disclosure, "06", [({"code": code, "name": name}, (amount,)) for code, name, amount in BY_ECONOMIC_CODE])
    for number, rows in BY_FORM_ROW.items():
        _save(disclosure, number, list(_account_rows(number, rows, disclosure.year)))
    names = {row.key: row.name for row in STATEMENTS["07"].outline}
    _save(disclosure, "07", [({"code": code, "name": names[code]}, row) for code, row in THREE_PUBLIC.items()])


def _account_rows(number: str, rows: dict, year: int):
    for row in STATEMENTS[number].form_rows(year):
        yield (
            {"side": row.side, "line": row.line, "item": row.key, "name": row.name},
            rows.get((row.side, row.key), ()),
        )


def _save(disclosure: Disclosure, number: str, rows: list) -> None:
    model = STATEMENTS[number]
    lines = []
    for position, (fields, figures) in enumerate(rows, start=1):
        line = model(
            disclosure=disclosure,
            position=position,
            place=f"公开{number}表第 {position} 行",
            printed_name=fields["name"],
            **fields,
        )
        for column, figure in zip(_columns(line), figures, strict=False):
            line.set_printed(column.name, figure, disclosure.precision)
        lines.append(line)
    model.objects.bulk_create(lines)


def _columns(line: StatementLine):
    return line.columns_of(line.side) if hasattr(line, "side") else line.columns()


def _text(disclosure: Disclosure) -> None:
    paragraphs = (
        (Chapter.OVERVIEW, 1, "第一部分 概况"),
        (Chapter.OVERVIEW, 2, "一、主要职责"),
        (Chapter.EXPLANATION, 1, "第二部分 决算情况说明"),
        (Chapter.EXPLANATION, 2, "一、收入支出决算总体情况说明"),
        (Chapter.EXPLANATION, 0, "2023年度收入总计1262.08万元，支出总计1262.08万元。"),
        (Chapter.GLOSSARY, 1, "第三部分 名词解释"),
    )
    Paragraph.objects.bulk_create(
        Paragraph(
            disclosure=disclosure, position=position, place=f"第 {position} 段", chapter=chapter, level=level, text=text
        )
        for position, (chapter, level, text) in enumerate(paragraphs, start=1)
    )
    Duty.objects.bulk_create(
        Duty(disclosure=disclosure, position=position, text=text)
        for position, text in enumerate(("受理群众来信来访。", "协调处理跨地区、跨部门的重要信访问题。"), start=1)
    )
    UnitInScope.objects.create(disclosure=disclosure, position=1, name=disclosure.unit_name)
    Term.objects.bulk_create(
        Term(disclosure=disclosure, position=position, name=name, definition=definition)
        for position, (name, definition) in enumerate(
            (("财政拨款收入", "指财政部门当年拨付的资金。"), ("基本支出", "指为保障机构正常运转而发生的支出。")),
            start=1,
        )
    )


def _performance(disclosure: Disclosure) -> None:
    whole = _form(
        disclosure,
        1,
        kind=PerformanceForm.UNIT,
        name=disclosure.unit_name,
        figures={"budget": "595.46"},
        total_score="99.46",
    )
    project = _form(
        disclosure, 2, kind=PerformanceForm.PROJECT, name="信访工作经费", department=NAME, implementing_unit=NAME,
        figures={"budget": "131.00", "executed": "131.00"}, execution_rate="100.00%", goal="保障信访工作。",
        outcome="已完成。", subtotal="89.6", execution_score="10", deduction="0", total_score="99.6",
    )  # fmt: skip
    task = PerformanceTask(
        form=whole, disclosure=disclosure, position=1, name="人员类", rate="100.00%", weight="10", score="10"
    )
    task.set_printed("allocated", "505.59", disclosure.precision)
    task.set_printed("executed", "505.59", disclosure.precision)
    task.save()
    PerformanceIndicator.objects.bulk_create(
        PerformanceIndicator(
            form=form, disclosure=disclosure, position=position, level1="产出指标", level2="数量指标", name=name,
            operator=">=", target="100", unit="件", actual="96", completion="0.96", weight="10", score="9.6",
            deviation={"人员保障": "人手不足"}, improvement="增加人手。", place=f"指标表第 {position} 行",
        )
        for position, (form, name) in enumerate(((whole, "办结信访件数"), (project, "接待批次")), start=1)
    )  # fmt: skip


def _form(disclosure: Disclosure, position: int, *, figures: dict[str, str], **fields) -> PerformanceForm:
    form = PerformanceForm(disclosure=disclosure, position=position, **fields)
    for column, figure in figures.items():
        form.set_printed(column, figure, disclosure.precision)
    form.save()
    return form
