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


def test_what_the_form_has_no_field_for_is_listed_as_unread(tmp_path):
    reading, _ = read_form(tmp_path)
    assert [one.text for one in reading.ledger.unread()].count("100.00") == 2
    assert "其中：本年财政拨款" in [one.text for one in reading.ledger.unread()]


def test_a_row_of_indicators_that_is_not_understood_stays_unread(tmp_path):
    path = tmp_path / "form.txt"
    head = "预算项目(政策)绩效自评表\n\n项目名称\t甲\n一级指标\t二级指标\t三级指标\t运算符号\n"
    path.write_text(f"{head}绩效指标\t改造处数\t约五十\n", encoding="utf-8")
    unread = [one.text for one in read_items(read(path)).ledger.unread()]
    assert unread == ["绩效指标", "改造处数", "约五十"]
