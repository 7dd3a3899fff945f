"""Names of what the text has alone, or table 07: public expenses, procurement, assets, self-evaluation."""

from disclosures.checks.figures import Unit
from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.subjects import Subject, subject

_NUMBER = Unit.NUMBER


def _public(row: str, names: str) -> Subject:
    return subject(f"public:{row}", names, f"07 {row} actual", budget=f"07 {row} initial_budget")


THREE_PUBLIC = (
    _public(
        "total", "三公经费支出 三公经费 三公经费财政拨款支出 三公经费财政拨款 财政拨款三公经费 财政拨款三公经费支出"
    ),
    _public("overseas_travel", "因公出国(境)费 因公出国(境)费用 因公出国(境)费支出"),
    _public("official_reception", "公务接待费 公务接待费支出"),
    _public(
        "official_vehicles",
        "公务用车购置及运行费 公务用车购置及运行维护费 公务用车购置和运行费 公务用车购置和运行维护费"
        " 公务用车购置及运行费支出 公务用车购置及运行维护费支出",
    ),
    _public("vehicle_purchase", "公务用车购置费 公务用车购置 公务用车购置费支出 公务用车购置支出"),
    _public(
        "vehicle_operation",
        "公务用车运行维护费 公务用车运行费 公务用车运行维护费支出 公务用车运行维护支出 运行维护费 运行维护支出",
    ),
    subject(
        "overseas:groups",
        "出国（境）团组数 参加出国(境)团组 出国(境)团组 因公出国(境)团组 安排因公出国(境)团组",
        unit=_NUMBER,
    ),
    subject("vehicles:bought", "购置公务用车 购置车辆 购置公务用车数量", unit=_NUMBER),
)

AGENCY = (subject("agency_running", "机关运行经费 机构运行经费", "06 operating amount", at_most=True),)

PROCUREMENT = (
    subject("procurement", "政府采购支出总额 政府采购总额 政府采购金额 政府采购金额(以合同签订为准) 采购支出总额"),
    *(
        subject(f"procurement:{key}", f"政府采购{kind}支出 {kind}采购金额 {kind}支出金额 {kind}支出 {kind}采购支出")
        for key, kind in (("goods", "货物"), ("works", "工程"), ("services", "服务"))
    ),
    subject("procurement:small", "授予中小企业合同金额 授予中小企业的合同金额 中小企业采购支出总额"),
    subject("procurement:micro", "授予小微企业合同金额 授予小微企业的合同金额"),
    *(
        subject(f"procurement:small_{key}", f"{kind}采购授予中小企业合同金额")
        for key, kind in (("goods", "货物"), ("works", "工程"), ("services", "服务"))
    ),
    subject("reserved:small", "面向中小企业预留政府采购项目预算金额"),
    subject("reserved:micro", "面向小微企业预留政府采购项目预算金额"),
)

ASSETS = (subject("vehicles", "车辆 公务用车 公务用车数量", unit=_NUMBER),)

PERFORMANCE = (
    subject("evaluated:unit", "整体绩效自评 部门整体绩效自评 单位整体绩效自评", unit=_NUMBER),
    subject("evaluated:projects", "项目绩效自评 项目自评", unit=_NUMBER),
    subject("score:unit", "整体自评得分 整体自评 整体绩效自评 整体绩效自评得分 部门整体自评", unit=Unit.POINTS),
    subject(
        "score:average", "项目自评平均分 项目绩效自评平均分 平均得分 平均分 项目自评平均得分", unit=Unit.POINTS,
    ),
)  # fmt: skip

# What only patterns name, by key.
UNNAMED: dict[str, Subject] = {
    one.key: one
    for one in (
        subject("reception:domestic", "国内公务接待支出", "07 official_reception actual", at_most=True),
        Subject("reception:foreign", "外事接待支出"),
        Subject("reception:batches", "国内公务接待批次"),
        Subject("reception:persons", "国内公务接待人次"),
        Subject("foreign:batches", "外事接待批次"),
        Subject("foreign:persons", "外事接待人次"),
        Subject("overseas:persons", "出国（境）人次"),
        Subject("vehicles", "车辆"),
        Subject("vehicles:kept", "公务用车保有量"),
        Subject("equipment", "单价较高的设备数"),
        Subject("deal:small", "预留给中小企业的项目由中小企业成交的金额"),
        Subject("deal:micro", "预留给小微企业的项目由小微企业成交的金额"),
        Subject("deal:others", "其他项目由中小企业成交的金额"),
        Subject("managed:goals", "编报绩效目标的项目"),
        Subject("managed:tracked", "绩效跟踪的项目"),
        Subject("managed:evaluated", "绩效自评的项目"),
        Subject("evaluated:projects", "项目绩效自评"),
        Subject("evaluated:coverage", "绩效自评覆盖率"),
        Subject("evaluated:problems", "绩效自评发现的问题"),
        Subject("units", "编制范围内的预算单位"),
    )
}

BY_SCOPE: dict[Scope, tuple[Subject, ...]] = {
    Scope.THREE_PUBLIC: THREE_PUBLIC, Scope.AGENCY: AGENCY, Scope.PROCUREMENT: PROCUREMENT, Scope.ASSETS: ASSETS,
    Scope.PERFORMANCE: PERFORMANCE,
}  # fmt: skip
