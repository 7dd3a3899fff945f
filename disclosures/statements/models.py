"""The contents of a disclosure, in the order of the document: who publishes, the tables, text, performance.

A table's columns, title, note and identities are written here and nowhere else. Amounts are 元, exact to the 分.
"""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

from disclosures.amounts import AmountUnit, Precision
from disclosures.classification.models import Region
from disclosures.statements import form_rows
from disclosures.statements.editions import holds_in
from disclosures.statements.fields import Amount
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.lines import AccountLine, ClassifiedLine, Part, StatementLine, WithAmounts
from disclosures.statements.scans.unclear import Unclear

# ---------------------------------------------------------------------------------------------------------------------
# Who publishes, and what was published
# ---------------------------------------------------------------------------------------------------------------------


# What an address of a disclosure can carry, beside the year.
UNIT_CODE = r"[^/\x00-\x1f]{1,20}"
LAST_REVISION = 9999


class Unit(models.Model):
    """A budget unit (预算单位) of a region; its department is a unit too."""

    region = models.ForeignKey(Region, models.PROTECT, verbose_name="行政区划", help_text="单位所在的行政区划")
    code = models.CharField(
        "单位编码", max_length=20, validators=[RegexValidator(rf"^{UNIT_CODE}$", "单位编码里不能有斜杠。")],
        help_text="部门预算编码，如 011001",
    )  # fmt: skip
    name = models.CharField("单位名称", max_length=200, help_text="公开文件上的全称")
    department = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="主管部门", help_text="没有上级主管部门就留空"
    )
    kind = models.CharField(
        "机构类别", max_length=20, blank=True,
        help_text="和哪一类单位比；留空就按名称的结尾和主要的功能科目去定，定得不对才在这里选",
    )  # fmt: skip
    is_made_up = models.BooleanField(
        "虚构单位", default=False, editable=False, help_text="演示用的单位，它的全部数字都是虚构的，可以整个删除"
    )

    class Meta:
        verbose_name = verbose_name_plural = "预算单位"
        ordering = ["region", "code"]
        constraints = [models.UniqueConstraint(fields=["region", "code"], name="unit_code_in_region")]

    def __str__(self) -> str:
        return self.name

    @property
    def slug(self) -> str:
        """The natural key in addresses: region and code, as in 210400-011001."""
        return f"{self.region_id}-{self.code}"


class SourceDocument(models.Model):
    """A file as it was received, or a copy of it without the names and remarks of its authors; it never changes."""

    name = models.CharField("文件名", max_length=255, help_text="收到时的文件名")
    media_type = models.CharField("文件类型", max_length=100, help_text="如 text/plain")
    sha256 = models.CharField("SHA-256", max_length=64, unique=True, help_text="文件内容的校验值")
    original_sha256 = models.CharField(
        "清理前的 SHA-256", max_length=64, blank=True, help_text="收到的文件的校验值；没有清理过就留空"
    )
    content = models.BinaryField("内容", help_text="收到的文件，一个字节也不改；清理过的，是清理后的文件")
    received_at = models.DateTimeField("收到时间", auto_now_add=True, help_text="存入本系统的时间")

    class Meta:
        verbose_name = verbose_name_plural = "原始文件"

    def __str__(self) -> str:
        return self.name


class State(models.TextChoices):
    """Where a revision stands on its way to the public."""

    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "待发布"
    PUBLISHED = "published", "已发布"
    SUPERSEDED = "superseded", "已被新版取代"
    WITHDRAWN = "withdrawn", "已撤回"


class Disclosure(models.Model):
    """One revision of one unit's final accounts of one year."""

    unit = models.ForeignKey(
        Unit, models.PROTECT, verbose_name="预算单位", help_text="哪个单位的决算", related_name="disclosures"
    )
    year = models.PositiveSmallIntegerField(
        "年度", validators=[MinValueValidator(1990), MaxValueValidator(2100)], help_text="决算所属的年度"
    )
    revision = models.PositiveSmallIntegerField(
        "版次", default=1, validators=[MinValueValidator(1), MaxValueValidator(LAST_REVISION)],
        help_text="第一次公开是 1，每次更正加 1",
    )  # fmt: skip
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, help_text="草稿、待发布、已发布、已取代或已撤回"
    )
    title = models.CharField("标题", max_length=200, blank=True, help_text="文件封面上的标题")
    unit_name = models.CharField("公开时的单位名称", max_length=200, help_text="文件上印的单位名称")
    amount_unit = models.CharField(
        "金额单位", max_length=2, choices=[(u.value, u.value) for u in AmountUnit], default=AmountUnit.WAN.value,
        help_text="文件上印的金额单位",
    )  # fmt: skip
    decimals = models.PositiveSmallIntegerField(
        "小数位数", default=2, validators=[MaxValueValidator(6)], help_text="文件上的金额印到小数点后几位"
    )
    source = models.ForeignKey(
        SourceDocument, models.PROTECT, null=True, blank=True, verbose_name="原始文件", help_text="手工录入的可以没有"
    )
    approval_date = models.DateField("批复日期", null=True, blank=True, help_text="财政部门批复决算的日期")
    publication_date = models.DateField("公开日期", null=True, blank=True, help_text="单位首次向社会公开的日期")
    change_note = models.TextField("更正说明", blank=True, help_text="与上一版相比改了什么、为什么")
    withdrawal_reason = models.TextField("撤回原因", blank=True, help_text="撤回时写明原因，会显示在页面上")
    digest = models.CharField("校验码", max_length=64, blank=True, help_text="发布时全部内容的 SHA-256")
    created_at = models.DateTimeField("建立时间", auto_now_add=True, help_text="这一版建立的时间")
    published_at = models.DateTimeField("发布时间", null=True, blank=True, help_text="在本站发布的时间")
    closed_at = models.DateTimeField("停用时间", null=True, blank=True, help_text="被取代或撤回的时间")

    class Meta:
        verbose_name = verbose_name_plural = "决算公开"
        ordering = ["unit", "-year", "-revision"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "revision"], name="one_disclosure_per_revision"),
            models.UniqueConstraint(
                fields=["unit", "year"], condition=models.Q(state="published"), name="one_published_revision"
            ),
        ]
        indexes = [models.Index(fields=["year"], condition=models.Q(state="published"), name="published_years")]

    def __str__(self) -> str:
        return f"{self.unit_name} {self.year} 年度决算（第 {self.revision} 版）"

    @property
    def precision(self) -> Precision:
        """The unit and decimals that the document prints its amounts with."""
        return self.precision_with("")

    def precision_with(self, own_unit: str) -> Precision:
        """The same for a table that prints a unit of its own; "" where it does not."""
        return Precision(AmountUnit(own_unit or self.amount_unit), self.decimals)

    def lines(self, number: str) -> models.QuerySet:
        """The rows of table 公开0N in the order of the document."""
        return STATEMENTS[number]._default_manager.filter(disclosure=self).order_by("position")


class StatementHead(Part):
    """What is printed around one of the official tables: its head, its notes, and whether it is declared empty."""

    number = models.CharField("表号", max_length=2, help_text="公开0N表中的 0N")
    title = models.CharField("原文标题", max_length=200, blank=True, help_text="原文件中印的表名")
    unit_name = models.CharField("编制单位", max_length=200, blank=True, help_text="表头印的单位名称")
    notes = models.TextField("表注", blank=True, help_text="表下的说明，一行一条")
    amount_unit = models.CharField(
        "本表金额单位", max_length=2, choices=[(u.value, u.value) for u in AmountUnit], blank=True,
        help_text="与整份文件的金额单位不同时填写",
    )  # fmt: skip
    is_declared_empty = models.BooleanField("声明为空表", default=False, help_text="文件说明本年没有这类收支")
    empty_reason = models.TextField("空表说明", blank=True, help_text="文件对空表的说明")

    class Meta(Part.Meta):
        verbose_name = verbose_name_plural = "表头和表注"
        constraints = [models.UniqueConstraint(fields=["disclosure", "number"], name="one_head_per_statement")]

    def __str__(self) -> str:
        return f"公开{self.number}表 {self.title}"

    def precision_in(self, disclosure: Disclosure) -> Precision:
        """The unit and decimals that this table prints its amounts with."""
        return disclosure.precision_with(self.amount_unit)


# ---------------------------------------------------------------------------------------------------------------------
# The official tables
# ---------------------------------------------------------------------------------------------------------------------


class Summary(AccountLine):
    """公开01: all income and all expenditure."""

    number = "01"
    title = "收入支出决算总表"
    other_titles = ("收入支出总表", "收支决算总表")
    note = "本表反映部门本年度的总收支和年末结转结余情况。"
    outline = form_rows.SUMMARY
    row_identities = ("27 = 1:8", "58 = 32:57", "31 = 27:29", "62 = 58:60", "31 = 62")

    amount = Amount("金额", {INCOME: 1, EXPENDITURE: 2}, also=("决算数",))

    class Meta(AccountLine.Meta):
        verbose_name = verbose_name_plural = "公开01 收入支出决算总表"


class Income(ClassifiedLine):
    """公开02: income by function and by where it came from."""

    number = "02"
    title = "收入决算表"
    note = "本表反映部门本年度取得的各项收入情况。"
    identities = ("1 = 2 + 3 + 4 + 5 + 6 + 7",)

    total_income = Amount("本年收入合计", 1, also=("合计", "收入合计"))
    fiscal_appropriation = Amount("财政拨款收入", 2, also=("财政拨款",))
    superior_subsidy = Amount("上级补助收入", 3)
    institutional_income = Amount("事业收入", 4)
    business_income = Amount("经营收入", 5)
    affiliate_remittance = Amount("附属单位上缴收入", 6, also=("附属单位缴款",))
    other_income = Amount("其他收入", 7)

    class Meta(ClassifiedLine.Meta):
        verbose_name = verbose_name_plural = "公开02 收入决算表"


class Expenditure(ClassifiedLine):
    """公开03: expenditure by function and kind."""

    number = "03"
    title = "支出决算表"
    note = "本表反映部门本年度各项支出情况。"
    identities = ("1 = 2 + 3 + 4 + 5 + 6",)

    total_expenditure = Amount("本年支出合计", 1, also=("合计", "支出合计"))
    basic_expenditure = Amount("基本支出", 2)
    project_expenditure = Amount("项目支出", 3)
    superior_remittance = Amount("上缴上级支出", 4)
    business_expenditure = Amount("经营支出", 5)
    affiliate_subsidy = Amount("对附属单位补助支出", 6, also=("对附属单位补助",))

    class Meta(ClassifiedLine.Meta):
        verbose_name = verbose_name_plural = "公开03 支出决算表"


class FiscalSummary(AccountLine):
    """公开04: income and expenditure of fiscal appropriation."""

    number = "04"
    title = "财政拨款收入支出决算总表"
    other_titles = ("财政拨款收入支出总表", "财政拨款收支决算总表")
    note = (
        "本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的"
        "总收支和年末结转结余情况。"
    )
    outline = form_rows.FISCAL_SUMMARY
    identities = ("2 = 3 + 4 + 5",)
    row_identities = ("27 = 1:3", "59 = 33:58", "28 = 29:31", "32 = 27 + 28", "64 = 59 + 60", "32 = 64")

    amount = Amount("金额", 1, also=("决算数",), side=INCOME)
    total = Amount("合计", 2, also=("小计",), side=EXPENDITURE)
    general_public_budget = Amount("一般公共预算财政拨款", 3, also=("一般公共预算",), side=EXPENDITURE)
    government_fund_budget = Amount("政府性基金预算财政拨款", 4, also=("政府性基金预算",), side=EXPENDITURE)
    state_capital_budget = Amount("国有资本经营预算财政拨款", 5, also=("国有资本经营预算",), side=EXPENDITURE)

    class Meta(AccountLine.Meta):
        verbose_name = verbose_name_plural = "公开04 财政拨款收入支出决算总表"


class GeneralBudgetExpenditure(ClassifiedLine):
    """公开05: expenditure of the general public budget by function."""

    number = "05"
    title = "一般公共预算财政拨款支出决算表"
    other_titles = ("一般公共预算支出决算表",)
    note = "本表反映部门本年度一般公共预算财政拨款支出情况。"
    identities = ("1 = 2 + 3",)

    total = Amount("小计", 1, also=("合计", "本年支出合计"), group="本年支出")
    basic_expenditure = Amount("基本支出", 2, group="本年支出")
    project_expenditure = Amount("项目支出", 3, group="本年支出")

    class Meta(ClassifiedLine.Meta):
        verbose_name = verbose_name_plural = "公开05 一般公共预算财政拨款支出决算表"


class BasicExpenditure(ClassifiedLine):
    """公开06: basic expenditure of the general public budget by economic code, in panels side by side."""

    number = "06"
    title = "一般公共预算财政拨款基本支出决算明细表"
    other_titles = ("一般公共预算财政拨款基本支出决算表", "一般公共预算基本支出决算表")
    note = "本表反映部门本年度一般公共预算财政拨款基本支出明细情况。"
    scheme = "economic"
    code_title = "科目编码"
    outline = form_rows.BASIC_TOTALS
    panels = (
        ("人员经费", ("301", "303")),
        ("公用经费", ("302",)),
        ("公用经费", ("307", "309", "310", "311", "312", "313", "399")),
    )
    row_identities = ("staff = 301 + 303", "operating = 302 + 307 + 309 + 310 + 311 + 312 + 313 + 399")

    amount = Amount("决算数", also=("金额",))

    class Meta(ClassifiedLine.Meta):
        verbose_name = verbose_name_plural = "公开06 一般公共预算财政拨款基本支出决算明细表"


class ThreePublicExpenses(StatementLine):
    """公开07: overseas travel, receptions and vehicles, budget beside final account."""

    number = "07"
    title = "财政拨款“三公”经费支出决算明细表"
    none_said_of = "三公"
    other_titles = (
        "财政拨款“三公”经费支出决算表",
        "一般公共预算财政拨款“三公”经费支出决算表",
        "“三公”经费及会议费、培训费支出决算表",
        "财政拨款“三公”经费及会议费、培训费支出决算表",
        "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表",
        "一般公共预算财政拨款“三公”经费、会议费、培训费支出决算表",
        "财政拨款“三公”经费、会议费、培训费支出决算表",
    )
    note = "本表反映部门本年度财政拨款“三公”经费支出预决算情况。"
    outline = form_rows.THREE_PUBLIC
    row_identities = (
        "total = overseas_travel + official_reception + official_vehicles",
        "official_vehicles = vehicle_operation + vehicle_purchase",
    )

    code = models.CharField(
        "项目代号",
        max_length=40,
        choices=[(row.key, row.name) for row in form_rows.THREE_PUBLIC],
        help_text="表样中的哪一行",
    )
    initial_budget = Amount("预算数", 1, also=("年初预算数",))
    actual = Amount("决算数", 2, also=("决算统计数", "支出决算数"))

    class Meta(StatementLine.Meta):
        verbose_name = verbose_name_plural = "公开07 “三公”经费支出决算明细表"

    @property
    def key(self) -> str:
        return self.code

    @property
    def is_total(self) -> bool:
        return self.code == form_rows.THREE_PUBLIC[0].key


class GovernmentFund(ClassifiedLine):
    """公开08: income, expenditure and balances of the government fund budget."""

    number = "08"
    title = "政府性基金预算财政拨款收入支出决算表"
    none_said_of = "政府性基金"
    other_titles = ("政府性基金预算收入支出决算表", "政府性基金预算财政拨款支出决算表")
    note = "本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。"
    identities = ("3 = 4 + 5", "6 = 1 + 2 - 3")

    opening_balance = Amount("年初结转和结余", 1)
    income = Amount("本年收入", 2)
    expenditure = Amount("小计", 3, also=("合计",), group="本年支出")
    basic_expenditure = Amount("基本支出", 4, group="本年支出")
    project_expenditure = Amount("项目支出", 5, group="本年支出")
    closing_balance = Amount("年末结转和结余", 6)

    class Meta(ClassifiedLine.Meta):
        verbose_name = verbose_name_plural = "公开08 政府性基金预算财政拨款收入支出决算表"


class StateCapital(ClassifiedLine):
    """公开09: the state capital operating budget; some places print all six columns, others the middle three."""

    number = "09"
    title = "国有资本经营预算财政拨款收入支出决算表"
    none_said_of = "国有资本经营"
    other_titles = ("国有资本经营预算财政拨款支出决算表", "国有资本经营预算支出决算表")
    note = "本表反映部门本年度国有资本经营预算财政拨款支出情况。"
    identities = ("1 = 2 + 3",)

    opening_balance = Amount("年初结转和结余")
    income = Amount("本年收入")
    expenditure = Amount("合计", 1, also=("小计",), group="本年支出")
    basic_expenditure = Amount("基本支出", 2, group="本年支出")
    project_expenditure = Amount("项目支出", 3, group="本年支出")
    closing_balance = Amount("年末结转和结余")

    class Meta(ClassifiedLine.Meta):
        verbose_name = verbose_name_plural = "公开09 国有资本经营预算财政拨款收入支出决算表"


STATEMENTS: dict[str, type[StatementLine]] = {
    model.number: model
    for model in (
        Summary, Income, Expenditure, FiscalSummary, GeneralBudgetExpenditure,
        BasicExpenditure, ThreePublicExpenses, GovernmentFund, StateCapital,
    )
}  # fmt: skip


def statements_in(year: int | None) -> dict[str, type[StatementLine]]:
    """The tables that are published for that year, by number."""
    return {number: model for number, model in STATEMENTS.items() if holds_in(model, year)}


# ---------------------------------------------------------------------------------------------------------------------
# The text
# ---------------------------------------------------------------------------------------------------------------------


class Chapter(models.TextChoices):
    """The part of the document that a paragraph stands in."""

    COVER = "cover", "封面"
    CONTENTS = "contents", "目录"
    OVERVIEW = "overview", "单位概况"
    EXPLANATION = "explanation", "决算情况说明"
    GLOSSARY = "glossary", "名词解释"
    TABLES = "tables", "决算表"
    PERFORMANCE = "performance", "绩效"


class Paragraph(Part):
    """A heading or a paragraph of the text, whole again where pages broke it."""

    chapter = models.CharField("部分", max_length=12, choices=Chapter, help_text="在文件的哪一部分")
    level = models.PositiveSmallIntegerField("标题级别", default=0, help_text="0 是正文，1 是一级标题，依此类推")
    text = models.TextField("文字", help_text="原文，不改一个字")

    class Meta(Part.Meta):
        verbose_name = verbose_name_plural = "文字说明"

    def __str__(self) -> str:
        return self.text[:40]


class Duty(Part):
    """One of the unit's main duties."""

    text = models.TextField("职责", help_text="原文，不带编号")

    class Meta(Part.Meta):
        verbose_name = verbose_name_plural = "主要职责"

    def __str__(self) -> str:
        return self.text[:40]


class UnitInScope(Part):
    """A unit whose accounts the disclosure includes."""

    name = models.CharField("单位名称", max_length=200, help_text="纳入决算编制范围的单位")

    class Meta(Part.Meta):
        verbose_name = verbose_name_plural = "决算单位构成"

    def __str__(self) -> str:
        return self.name


class Term(Part):
    """A term that the document explains."""

    name = models.CharField("名词", max_length=100, help_text="如“财政拨款收入”")
    definition = models.TextField("解释", help_text="原文的解释")

    class Meta(Part.Meta):
        verbose_name = verbose_name_plural = "名词解释"

    def __str__(self) -> str:
        return self.name


# ---------------------------------------------------------------------------------------------------------------------
# Performance self-evaluation
# ---------------------------------------------------------------------------------------------------------------------


class Printed(models.CharField):
    """A figure that is no amount, kept as printed; `numbers.number_in` gives its number where it has one."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 100)
        kwargs.setdefault("help_text", "照原文填写")
        super().__init__(*args, blank=True, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("blank")
        return name, path, args, kwargs


class PerformanceForm(WithAmounts):
    """A performance self-evaluation form (绩效自评表) of the unit or of one project."""

    UNIT, PROJECT = "unit", "project"
    KINDS = ((UNIT, "整体绩效自评"), (PROJECT, "项目绩效自评"))

    kind = models.CharField("类别", max_length=7, choices=KINDS, help_text="单位整体，或一个项目")
    name = models.CharField("名称", max_length=200, help_text="单位名称或项目（政策）名称")
    department = models.CharField("主管部门", max_length=200, blank=True, help_text="原文")
    implementing_unit = models.CharField("实施单位", max_length=200, blank=True, help_text="原文")
    income_budget = Amount("部门年初预算收入金额")
    budget = Amount("项目预算金额", also=("部门年初预算支出金额", "全年预算数"))
    executed = Amount("全年执行数")
    execution_rate = Printed("执行率")
    goal = models.TextField("年初设定目标", blank=True, help_text="原文")
    outcome = models.TextField("全年实际完成情况", blank=True, help_text="原文")
    subtotal = Printed("指标自评得分小计")
    execution_score = Printed("预算执行率得分")
    deduction = Printed("减分项")
    total_score = Printed("总得分")

    class Meta(Part.Meta):
        verbose_name = verbose_name_plural = "绩效自评表"

    def __str__(self) -> str:
        return self.name


class PerformanceTask(WithAmounts):
    """A row of 年度主要任务 in the form of a whole unit."""

    form = models.ForeignKey(
        PerformanceForm, models.CASCADE, related_name="tasks", verbose_name="自评表", help_text="属于哪张自评表"
    )
    name = models.CharField("对应项目", max_length=200, help_text="原文")
    allocated = Amount("项目下达金额")
    executed = Amount("项目执行金额")
    rate = Printed("项目执行率")
    weight = Printed("分值")
    score = Printed("得分")

    class Meta(Part.Meta):
        verbose_name = verbose_name_plural = "年度主要任务"

    def __str__(self) -> str:
        return self.name


class PerformanceIndicator(Part):
    """An indicator: what was aimed at, what was reached, what it was worth and why points were lost."""

    form = models.ForeignKey(
        PerformanceForm, models.CASCADE, related_name="indicators", verbose_name="自评表", help_text="属于哪张自评表"
    )
    level1 = Printed("一级指标")
    level2 = Printed("二级指标")
    name = models.CharField("三级指标", max_length=200, help_text="原文")
    operator = Printed("运算符号")
    target = Printed("指标值", max_length=200)
    unit = Printed("度量单位")
    actual = Printed("全年完成值", max_length=200)
    completion = Printed("完成程度")
    weight = Printed("分值")
    score = Printed("得分")
    deviation = models.JSONField("偏差原因", default=dict, blank=True, help_text="按原文的栏目分别记录")
    improvement = models.TextField("改进措施", blank=True, help_text="原文")

    class Meta(Part.Meta):
        verbose_name = verbose_name_plural = "绩效指标"

    def __str__(self) -> str:
        return self.name


# Everything that the document of a revision says; parents before children.
PARTS: tuple[type[Part], ...] = (
    StatementHead, *STATEMENTS.values(), Paragraph, Duty, UnitInScope, Term,
    PerformanceForm, PerformanceTask, PerformanceIndicator,
)  # fmt: skip

# What is copied, digested and guarded with a revision: what its document says, and what reading it left in doubt.
KEPT: tuple[type[Part], ...] = (*PARTS, Unclear)
