"""The wordings in which documents give their figures, one after the other; the first that fits gives the meaning."""

from dataclasses import dataclass
from functools import cached_property

from disclosures.checks.narrative.meaning.meanings import Role
from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.templates import Template

PREVIOUS = "previous"  # the subject is that of the figure before


@dataclass(frozen=True)
class Pattern:
    """A wording and the role of its figure.

    The subject is the one with the key `about`, or what {name} names, or, where the name may be left out
    (`may_continue`), what the text is speaking of. Of what {label} reads, `label` makes a subject of its own, with that
    prefix as key. `after` is the role of the figure before, or how the key of its subject begins. `in_reason` says
    that the wording is clear in a sentence that gives reasons, too.
    """

    name: str
    template: str
    role: Role = Role.ACTUAL
    about: str = ""
    label: str = ""
    title: str = "{}"  # what a subject that {label} made is called
    scope: Scope | None = None
    after: str = ""
    may_continue: bool = False
    in_reason: bool = False
    budget: str = ""

    @cached_property
    def compiled(self) -> Template:
        return Template.read(self.template)


PERCENTAGES = (
    Pattern("占比", "{name}占{whole}的?(?:比重|比例)?(?:为|约)?{percent}", Role.SHARE, may_continue=True),
    Pattern(
        "增减幅度", "(?:同比|各|分别)?{change}(?:比例|幅度|率|比率)?(?:为|约)?{percent}",
        Role.GROWTH, about=PREVIOUS, after=Role.CHANGE, in_reason=True,
    ),
    Pattern(
        "较上年增减幅度", "{last}{name}{last}(?:决算数?)?{change}(?:比例|幅度|率|比率)?(?:为|约)?{percent}",
        Role.GROWTH, may_continue=True,
    ),
    Pattern("预算的百分之几", "的{percent}", Role.COMPLETION, about=PREVIOUS, after=Role.BUDGET),
    Pattern(
        "完成预算", "{name}(?:决算数?)?(?:完成|为|达到?)了?{budget}的?{percent}",
        Role.COMPLETION, may_continue=True, in_reason=True,
    ),
    Pattern(
        "自评覆盖率", "…自评覆盖率(?:为)?(?:\\([^)]*\\))?(?:达到?|为)?{percent}",
        about="evaluated:coverage", scope=Scope.PERFORMANCE,
    ),
)  # fmt: skip

AMOUNTS = (
    Pattern(
        "年初按多少列预算", "…年初(?:统一)?按{amount}(?:列入?|安排)?预算",
        Role.BUDGET, may_continue=True, in_reason=True, budget="年初",
    ),
    Pattern("预算数", "{name}(?:完成|安排)?了?{budget}(?:为|是|安排)?{amount}", Role.BUDGET, may_continue=True),
    Pattern(
        "较上年增减", "{last}{name}{last}(?:决算数?)?(?:各|分别)?{change}{amount}", Role.CHANGE, may_continue=True,
    ),
    Pattern("国内公务接待金额", "[、，](?:共计?)?{amount}", about="reception:domestic", after="reception:persons"),
    Pattern("外事接待金额", "[、，](?:共计?)?{amount}", about="reception:foreign", after="foreign:persons"),
    Pattern(
        "预留项目由中小企业成交",
        "…在面向中小企业预留的?政府采购项目中，由中小企业供应商中标或成交的，采购金额{amount}",
        about="deal:small", scope=Scope.PROCUREMENT,
    ),
    Pattern(
        "预留项目由小微企业成交",
        "…在面向小微企业预留的?政府采购项目中，由小微企业供应商中标或成交的，采购金额{amount}",
        about="deal:micro", scope=Scope.PROCUREMENT,
    ),
    Pattern(
        "其他项目由中小企业成交", "…在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额{amount}",
        about="deal:others", scope=Scope.PROCUREMENT,
    ),
    Pattern("涉及预算金额", "，涉及预算金额{amount}", Role.BUDGET, about=PREVIOUS, after="managed:", budget="项目"),
    Pattern("支出决算", "{name}(?:支出)?决算数?(?:为|是)?{amount}", may_continue=True),
    Pattern("名称和金额", "{name}{amount}"),
)  # fmt: skip

COUNTS = (
    Pattern(
        "出国（境）人次", "[，、；](?:累计|共计|共)?{count:人次?}", about="overseas:persons", after="overseas:groups",
    ),
    Pattern(
        "国内公务接待批次", "…(?:国内公务接待|国内接待|接待批次)(?:累计|共计|批次)?为?{count:批次?|个}",
        about="reception:batches", scope=Scope.THREE_PUBLIC,
    ),
    Pattern(
        "外事接待批次", "…(?:外事|外宾)接待(?:累计|共计|批次)?为?{count:批次?|个}",
        about="foreign:batches", scope=Scope.THREE_PUBLIC,
    ),
    Pattern(
        "国内公务接待人次", "[、，](?:接待人次为?|累计|共)?{count:人次?}", about="reception:persons",
        after="reception:batches",
    ),
    Pattern(
        "外事接待人次", "[、，](?:接待人次为?|累计|共)?{count:人次?}", about="foreign:persons", after="foreign:batches",
    ),
    Pattern("公务用车保有量", "…公务用车保有量为?{count:[辆台]}", about="vehicles:kept"),
    Pattern("现有公务用车", "…现[在有]{count:[辆台]}公务用车", about="vehicles:kept", scope=Scope.THREE_PUBLIC),
    Pattern(
        "大型设备", "…以上(?:通用|专用)?设备(?:\\(+不含车辆\\)+)?为?{count:台\\(套\\)|[台套件]}", about="equipment",
    ),
    Pattern("共有车辆", "…共有(?:公务用)?车辆{count:[辆台]}", about="vehicles"),
    Pattern("编报绩效目标的项目", "…编报绩效目标的{year}项目{count:[个项]}", about="managed:goals"),
    Pattern("绩效跟踪的项目", "…绩效跟踪(?:评价)?的{year}项目{count:[个项]}", about="managed:tracked"),
    Pattern("绩效自评的项目", "…绩效自评的{year}项目{count:[个项]}", about="managed:evaluated"),
    Pattern(
        "各评级的项目", "…绩效评级为(?P<label>[优良中差合格不]{1,3})的项目{count:[个项]}", label="grade:",
        title="评级为“{}”的项目", scope=Scope.PERFORMANCE,
    ),
    Pattern("自评发现的问题", "…自评中共?发现问题{count:[个项]}", about="evaluated:problems", scope=Scope.PERFORMANCE),
    Pattern("涉及项目", "…(?:涉及|共)项目{count:[个项]}", about="evaluated:projects", scope=Scope.PERFORMANCE),
    Pattern("预算单位数", "{count:[家个]}，即", about="units", scope=Scope.UNITS),
    Pattern("预算单位数在名称后", "…(?:预算)?单位(?:共计?|有)?{count:[家个]}", about="units", scope=Scope.UNITS),
    Pattern("名称和数量", "{name}{count}"),
    Pattern("各种用途的车辆", "{label}用车{count:[辆台]}", label="vehicle:", title="{}用车", scope=Scope.ASSETS),
)  # fmt: skip

SCORES = (
    Pattern("名称和得分", "{name}{points}"),
    Pattern("项目得分", "{label}{points}", label="score:", title="{}的得分", scope=Scope.PERFORMANCE),
)

PATTERNS: tuple[Pattern, ...] = (*PERCENTAGES, *AMOUNTS, *COUNTS, *SCORES)
