"""The rows that the official forms print themselves: the lines of tables 01 and 04, the items of table 07."""

from dataclasses import dataclass, replace

INCOME, EXPENDITURE = "income", "expenditure"
SIDES = ((INCOME, "收入"), (EXPENDITURE, "支出"))

_TENS = "一二三四五六七八九十"
ORDINALS = [*_TENS, *(f"十{n}" for n in _TENS[:9]), "二十", *(f"二十{n}" for n in _TENS[:9])]

# The 26 functional classes in the order in which tables 01 and 04 print them.
FUNCTIONAL_CLASSES = (
    ("201", "一般公共服务支出"),
    ("202", "外交支出"),
    ("203", "国防支出"),
    ("204", "公共安全支出"),
    ("205", "教育支出"),
    ("206", "科学技术支出"),
    ("207", "文化旅游体育与传媒支出", "文化体育与传媒支出"),
    ("208", "社会保障和就业支出"),
    ("210", "卫生健康支出", "医疗卫生与计划生育支出"),
    ("211", "节能环保支出"),
    ("212", "城乡社区支出"),
    ("213", "农林水支出", "农林水事务"),
    ("214", "交通运输支出"),
    ("215", "资源勘探工业信息等支出", "资源勘探信息等支出"),
    ("216", "商业服务业等支出"),
    ("217", "金融支出"),
    ("219", "援助其他地区支出"),
    ("220", "自然资源海洋气象等支出", "国土海洋气象等支出"),
    ("221", "住房保障支出"),
    ("222", "粮油物资储备支出"),
    ("223", "国有资本经营预算支出"),
    ("224", "灾害防治及应急管理支出"),
    ("229", "其他支出"),
    ("231", "债务还本支出"),
    ("232", "债务付息支出"),
    ("234", "抗疫特别国债安排的支出"),
)

CLASSES_SINCE: dict[str, int] = {}  # the first year of a class that the form did not always print


@dataclass(frozen=True)
class FormRow:
    """A row printed on the form: its key, its official name, its line number (行次) there, other names seen.

    `since` and `until` are the first and the last year whose form has it. A row that moves or is renamed stands twice
    with one key: as it was until a year, and as it is since the next.
    """

    key: str
    name: str
    line: int | None = None
    side: str = ""
    also: tuple[str, ...] = ()
    level: int = 0
    is_total: bool = False
    since: int | None = None
    until: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The official name first, then the other names seen."""
        return (self.name, *self.also)


def _income(line, key, name, *also, total=False):
    return FormRow(key, name, line, INCOME, also, is_total=total)


def _spending(line, key, name, *also, total=False):
    return FormRow(key, name, line, EXPENDITURE, also, is_total=total)


def _classes(first_line: int) -> tuple[FormRow, ...]:
    return tuple(
        replace(_spending(first_line + n, code, f"{ORDINALS[n]}、{name}", *also), since=CLASSES_SINCE.get(code))
        for n, (code, name, *also) in enumerate(FUNCTIONAL_CLASSES)
    )


def moved(row: FormRow, line: int, since: int) -> tuple[FormRow, FormRow]:
    """A row as it was, and with the line number that it has since that year."""
    return replace(row, until=since - 1), replace(row, line=line, since=since)


SUMMARY = (
    _income(1, "general_public_budget", "一、一般公共预算财政拨款收入", "一般公共预算财政拨款"),
    _income(2, "government_fund_budget", "二、政府性基金预算财政拨款收入", "政府性基金预算财政拨款"),
    _income(3, "state_capital_budget", "三、国有资本经营预算财政拨款收入", "国有资本经营预算财政拨款"),
    _income(4, "superior_subsidy", "四、上级补助收入"),
    _income(5, "institutional_income", "五、事业收入"),
    _income(6, "business_income", "六、经营收入"),
    _income(7, "affiliate_remittance", "七、附属单位上缴收入"),
    _income(8, "other_income", "八、其他收入"),
    _income(27, "income_this_year", "本年收入合计", total=True),
    _income(28, "surplus_used", "使用非财政拨款结余(含专用结余)", "使用非财政拨款结余", "用事业基金弥补收支差额"),
    _income(29, "opening_balance", "年初结转和结余", "上年结转和结余"),
    _income(31, "grand_total", "总计", "收入总计", total=True),
    *_classes(32),
    _spending(58, "expenditure_this_year", "本年支出合计", total=True),
    _spending(59, "surplus_distributed", "结余分配"),
    _spending(60, "closing_balance", "年末结转和结余"),
    _spending(62, "grand_total", "总计", "支出总计", total=True),
)

FISCAL_SUMMARY = (
    _income(1, "general_public_budget", "一、一般公共预算财政拨款", "一般公共预算财政拨款收入"),
    _income(2, "government_fund_budget", "二、政府性基金预算财政拨款", "政府性基金预算财政拨款收入"),
    _income(3, "state_capital_budget", "三、国有资本经营预算财政拨款", "国有资本经营预算财政拨款收入"),
    _income(27, "income_this_year", "本年收入合计", total=True),
    _income(28, "opening_balance", "年初财政拨款结转和结余", "上年财政拨款结转和结余"),
    _income(29, "opening_general_public_budget", "一般公共预算财政拨款"),
    _income(30, "opening_government_fund_budget", "政府性基金预算财政拨款"),
    _income(31, "opening_state_capital_budget", "国有资本经营预算财政拨款"),
    _income(32, "grand_total", "总计", "收入总计", total=True),
    *_classes(33),
    _spending(59, "expenditure_this_year", "本年支出合计", total=True),
    _spending(60, "closing_balance", "年末财政拨款结转和结余"),
    _spending(64, "grand_total", "总计", "支出总计", total=True),
)

THREE_PUBLIC = (
    FormRow("total", "合计", is_total=True),
    FormRow("overseas_travel", "1、因公出国（境）费", also=("因公出国（境）费用",), level=1),
    FormRow("official_reception", "2、公务接待费", level=1),
    FormRow(
        "official_vehicles",
        "3、公务用车购置及运行费",
        also=("公务用车购置及运行维护费", "公务用车费", "公务用车购置及运行费 小计"),
        level=1,
    ),
    FormRow(
        "vehicle_operation", "其中：(1) 公务用车运行维护费", also=("公务用车运行费", "运行维护费", "运行费"), level=2
    ),
    FormRow("vehicle_purchase", "(2) 公务用车购置费", also=("公务用车购置", "购置费"), level=2),
)

BASIC_TOTALS = (
    FormRow("staff", "人员经费合计", is_total=True),
    FormRow("operating", "公用经费合计", also=("日常公用经费合计",), is_total=True),
)
