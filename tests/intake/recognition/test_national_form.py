"""The common national self-evaluation form, whose cells stand below their titles and whose targets carry their sign."""

from decimal import Decimal

from disclosures.documents.reading import read
from disclosures.intake.reading import read_items

FORM = """项目支出绩效自评表

项目名称\t老旧管网改造\t\t\t\t\t\t
主管部门\t市水务局\t\t\t实施单位\t市供水处\t\t
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t年度资金总额\t100.00\t120.00\t90.00\t10\t75.00%\t7.5
\t其中：本年财政拨款\t100.00\t120.00\t90.00\t\t\t
年度总体目标\t预期目标\t\t\t实际完成情况\t\t\t
\t完成改造 50 处\t\t\t完成 48 处\t\t\t
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
产出指标\t数量指标\t改造处数\t≥50个\t48个\t50\t48\t两处因拆迁延后
\t质量指标\t验收合格率\t=100%\t100%\t30\t30\t
满意度指标\t服务对象满意度指标\t用户满意度\t≥90%\t95%\t10\t10\t
总分\t\t\t\t\t100\t95.5\t
"""


def read_form(tmp_path):
    path = tmp_path / "form.txt"
    path.write_text(FORM, encoding="utf-8")
    reading = read_items(read(path))
    (form,) = reading.forms
    return reading, form


def test_the_whole_years_money_is_read_below_its_titles(tmp_path):
    form = read_form(tmp_path)[1].form
    assert (form.name, form.department, form.implementing_unit) == ("老旧管网改造", "市水务局", "市供水处")
    assert (form.budget, form.executed) == (Decimal("1200000.00"), Decimal("900000.00"))
    assert (form.execution_rate, form.execution_score, form.total_score) == ("75.00%", "7.5", "95.5")
    assert (form.goal, form.outcome) == ("完成改造 50 处", "完成 48 处")


def test_a_target_is_taken_apart_into_operator_figure_and_unit(tmp_path):
    first, second, third = (row.indicator for row in read_form(tmp_path)[1].rows)
    assert (first.operator, first.target, first.unit, first.actual) == ("≥", "50", "个", "48个")
    assert (second.operator, second.target, second.unit) == ("=", "100", "%")
    assert (first.weight, first.score, first.deviation) == ("50", "48", {"原因说明": "两处因拆迁延后"})
    assert (second.level1, second.level2) == ("产出指标", "质量指标")
    assert (third.level1, third.name) == ("满意度指标", "用户满意度")


def test_what_the_form_has_no_field_for_is_kept(tmp_path):
    reading, _ = read_form(tmp_path)
    (kept,) = reading.ledger.kept
    assert kept.place == "第 5 行第 1 格"
    assert kept.rows[2] == ("", "其中：本年财政拨款", "100.00", "120.00", "90.00", "", "", "")
    assert reading.ledger.unread() == [] == reading.ledger.problems


PARTS = """\t其中：本年财政拨款\t100.00\t100.00\t80.00\t－\t\t－
\t　　　上年结转\t\t15.00\t10.00\t－\t\t－
\t　　　其他资金\t\t5.00\t\t－\t\t－
"""
ONE_PART = "\t其中：本年财政拨款\t100.00\t120.00\t90.00\t\t\t\n"


def read_with(tmp_path, *changes: tuple[str, str]):
    text = FORM
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "form.txt"
    path.write_text(text, encoding="utf-8")
    reading = read_items(read(path))
    return reading, reading.forms[0].form


def test_sources_that_make_up_the_whole_are_compared_and_kept(tmp_path):
    reading, form = read_with(tmp_path, (ONE_PART, PARTS))
    assert reading.ledger.problems == [] == reading.ledger.unread()
    assert (form.budget, form.executed) == (Decimal("1200000.00"), Decimal("900000.00"))
    assert len(reading.ledger.kept[0].rows) == 5


def test_sources_that_do_not_make_up_the_whole_are_told_at_its_place(tmp_path):
    reading, _ = read_with(tmp_path, (ONE_PART, PARTS.replace("15.00", "51.00")))
    (problem,) = reading.ledger.problems
    assert (problem.level, problem.place, problem.text) == ("warning", "第 6 行第 4 格", "120.00")


def test_sources_within_sources_are_not_added_up(tmp_path):
    within = PARTS + "\t　　　其中：中央资金\t40.00\t40.00\t40.00\t\t\t\n"
    assert read_with(tmp_path, (ONE_PART, within))[0].ledger.problems == []


def test_titles_with_letters_and_a_unit_of_their_own(tmp_path):
    head = "全年预算数\t全年执行数\t分值\t执行率\t得分"
    lettered = "全年预算数（A）\t全年执行数（B）\t分值\t执行率（B/A）\t得分"
    reading, form = read_with(tmp_path, (head, lettered), ("项目资金（万元）", "项目资金（元）"))
    assert (form.budget, form.executed, form.execution_rate) == (Decimal("120.00"), Decimal("90.00"), "75.00%")
    assert "budget" not in form.as_printed
    assert reading.precision.unit == "万元"


def test_money_without_the_row_of_the_whole_is_told(tmp_path):
    reading, form = read_with(tmp_path, ("年度资金总额", "第一批"))
    assert form.budget is None
    assert [one.level for one in reading.ledger.problems] == ["warning"]


def test_a_figure_of_the_whole_that_is_none_is_fatal(tmp_path):
    reading, _ = read_with(tmp_path, ("\t120.00\t90.00\t10", "\t12O.00\t90.00\t10"))
    assert ("fatal", "第 6 行第 4 格") in [(one.level, one.place) for one in reading.ledger.problems]


def test_a_row_of_indicators_that_is_not_understood_stays_unread(tmp_path):
    path = tmp_path / "form.txt"
    head = "预算项目(政策)绩效自评表\n\n项目名称\t甲\n一级指标\t二级指标\t三级指标\t运算符号\n"
    path.write_text(f"{head}绩效指标\t改造处数\t约五十\n", encoding="utf-8")
    unread = [one.text for one in read_items(read(path)).ledger.unread()]
    assert unread == ["绩效指标", "改造处数", "约五十"]
