"""四、基本支出, and 五、其他重要事项: running costs, purchases, property, performance."""

from collections.abc import Iterator

from disclosures.sentences.accounts import Accounts, At
from disclosures.sentences.gaps import gap
from disclosures.statements.models import STATEMENTS, PerformanceForm

_OPERATING = At("06", "operating", "amount")
_KINDS = {"人员经费": At("06", "staff", "amount"), "公用经费": _OPERATING}


def basic(accounts: Accounts) -> Iterator[str]:
    """What basic expenditure went for: staff and running costs, with the names of what was spent."""
    kinds = "；".join(
        f"{title}{accounts.say(at)}，主要包括{_named(accounts, at.key)}等" for title, at in _KINDS.items()
    )
    yield f"{accounts.year}年度一般公共预算财政拨款基本支出{accounts.say(*_KINDS.values())}，其中：{kinds}。"


def _named(accounts: Accounts, key: str) -> str:
    """The names of the sections with an amount, of the classes that this total sums up."""
    (identity,) = (identity for identity in STATEMENTS["06"].sums_of_rows(accounts.year) if identity.total == key)
    classes = tuple(code for _, code in identity.terms)
    spent = (line for line in accounts.lines("06") if line.amount and len(line.code) == 5)
    return "、".join(line.name for line in spent if line.code.startswith(classes)) or gap("哪些费用")


def running_costs(accounts: Accounts) -> Iterator[str]:
    """机关运行经费, which administrative units have; others strike the sentence out."""
    yield (
        f"{accounts.year}年机关运行经费支出{accounts.say(_OPERATING)}，与上年相比{accounts.change(_OPERATING)}，"
        f"主要原因：{gap('主要原因；不是行政单位或参公事业单位的，改写为没有机关运行经费')}。"
    )


def purchases(accounts: Accounts) -> Iterator[str]:
    """政府采购, of which no table knows."""
    amount = f"{gap('金额')}{accounts.wording.precision.unit}"
    yield (
        f"{accounts.year}年政府采购支出总额{amount}，其中：政府采购货物支出{amount}，政府采购工程支出{amount}，"
        f"政府采购服务支出{amount}。授予中小企业合同金额{amount}，占政府采购支出总额的{gap('百分之几')}。"
    )


def property_owned(accounts: Accounts) -> Iterator[str]:
    """国有资产占用, of which no table knows."""
    count = gap("数量")
    yield (
        f"截至{accounts.year}年12月31日，本单位共有车辆{count}辆；单价50万元以上通用设备{count}台（套），"
        f"单价100万元以上专用设备{count}台（套）。"
    )


def performance(accounts: Accounts) -> Iterator[str]:
    """How many projects were evaluated, as the forms of the disclosure have it."""
    count = sum(form.form.kind == PerformanceForm.PROJECT for form in accounts.now.forms)
    money = f"涉及资金{gap('金额')}{accounts.wording.precision.unit}"
    yield f"本单位对{accounts.year}年度项目支出开展绩效自评，涉及项目{count or gap('个数')}个，{money}。"
