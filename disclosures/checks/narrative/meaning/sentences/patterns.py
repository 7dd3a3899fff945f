"""Wordings that no row of phrases can make: with a free name, words behind the figure, or a whole sentence."""

from dataclasses import dataclass
from functools import cached_property

from disclosures.checks.narrative.meaning.meanings import Role
from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.sentences.templates import Template


@dataclass(frozen=True)
class Pattern:
    """A wording and the role of its figure.

    The subject is the one with the key `about`, or the one that the text is speaking of. Of what {label} reads,
    `label` makes a subject of its own, with that prefix as key.
    """

    name: str
    template: str
    role: Role = Role.ACTUAL
    about: str = ""
    label: str = ""
    title: str = "{}"  # what a subject that {label} made is called
    scope: Scope | None = None
    budget: str = ""

    @cached_property
    def compiled(self) -> Template:
        return Template.read(self.template)


PATTERNS: tuple[Pattern, ...] = (
    Pattern("年初按多少列预算", "…年初(?:统一)?按{amount}(?:列入?|安排)?预算", Role.BUDGET, budget="年初"),
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
    Pattern("现有公务用车", "…现[在有]{count:[辆台]}公务用车", about="vehicles:kept", scope=Scope.THREE_PUBLIC),
    Pattern(
        "对多少个项目自评", "…对(?:\\d{4}年度?)?{count:[个项]}(?:二级|预算|支出)?项目(?:支出)?(?:开展|进行|实施|组织)",
        about="evaluated:projects", scope=Scope.PERFORMANCE,
    ),
    Pattern("预算单位数", "{count:[家个]}，即", about="units", scope=Scope.UNITS),
    Pattern(
        "各评级的项目", "…绩效评级为(?P<label>[优良中差合格不]{1,3})的项目{count:[个项]}", label="grade:",
        title="评级为“{}”的项目", scope=Scope.PERFORMANCE,
    ),
    Pattern("各种用途的车辆", "{label}用车{count:[辆台]}", label="vehicle:", title="{}用车", scope=Scope.ASSETS),
    Pattern("项目得分", "{label}(?:自评得分|得分)?{points}", label="score:", title="{}的得分", scope=Scope.PERFORMANCE),
)  # fmt: skip
