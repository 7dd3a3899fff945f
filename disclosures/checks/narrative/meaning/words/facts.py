"""What the text has alone, or table 07: public expenses, procurement, assets, self-evaluation."""

from disclosures.checks.figures import Unit
from disclosures.checks.narrative.meaning.subjects import Subject, subject

_CARS = "辆 台"
_PIECES = "台(套) 台 套 件"
_PROJECTS = "个 项"


def _public(row: str, title: str) -> Subject:
    return subject(f"public:{row}", title, f"07 {row} actual", budget=f"07 {row} initial_budget")


def _count(key: str, title: str, counted: str) -> Subject:
    return Subject(key, title, unit=Unit.NUMBER, counted=tuple(counted.split()))


THREE_PUBLIC = (
    _public("total", "三公经费支出"),
    _public("overseas_travel", "因公出国(境)费"),
    _public("official_reception", "公务接待费"),
    _public("official_vehicles", "公务用车购置及运行费"),
    _public("vehicle_purchase", "公务用车购置费"),
    _public("vehicle_operation", "公务用车运行维护费"),
    _count("overseas:groups", "出国（境）团组数", "个 批 批次 次"),
    _count("overseas:persons", "出国（境）人次", "人 人次"),
    _count("overseas:joined", "参加其他单位的出国（境）团组数", "个 批 批次 次"),
    _count("vehicles:bought", "购置公务用车", _CARS),
    _count("vehicles:kept", "公务用车保有量", _CARS),
    _count("receptions:batches", "公务接待批次", "批 批次 个 次"),
    _count("receptions:persons", "公务接待人次", "人 人次"),
    subject("reception:domestic", "国内公务接待支出", "07 official_reception actual", at_most=True),
    _count("reception:batches", "国内公务接待批次", "批 批次 个 次"),
    _count("reception:persons", "国内公务接待人次", "人 人次"),
    Subject("reception:foreign", "外事接待支出"),
    _count("foreign:batches", "外事接待批次", "批 批次 个 次"),
    _count("foreign:persons", "外事接待人次", "人 人次"),
    Subject("guests:amount", "国（境）外公务接待支出"),
    _count("guests:batches", "国（境）外公务接待批次", "批 批次 个 次"),
    _count("guests:persons", "国（境）外公务接待人次", "人 人次"),
)

AGENCY = (
    subject("agency_running", "机关运行经费", "06 operating amount", at_most=True),
    Subject("meetings", "会议费"),
    _count("meetings:times", "会议次数", "次 个 场"),
    _count("meetings:persons", "会议人数", "人 人次"),
    Subject("training", "培训费"),
    _count("training:times", "培训次数", "次 个 场 期"),
    _count("training:persons", "培训人数", "人 人次"),
)

_BOUGHT = (("goods", "货物"), ("works", "工程"), ("services", "服务"))
PROCUREMENT = (
    Subject("procurement", "政府采购支出总额"),
    *(Subject(f"procurement:{key}", f"政府采购{kind}支出") for key, kind in _BOUGHT),
    Subject("procurement:small", "授予中小企业合同金额"),
    Subject("procurement:micro", "授予小微企业合同金额"),
    *(Subject(f"procurement:small_{key}", f"{kind}采购授予中小企业合同金额") for key, kind in _BOUGHT),
    Subject("reserved:small", "面向中小企业预留政府采购项目预算金额"),
    Subject("reserved:micro", "面向小微企业预留政府采购项目预算金额"),
    Subject("deal:small", "预留给中小企业的项目由中小企业成交的金额"),
    Subject("deal:micro", "预留给小微企业的项目由小微企业成交的金额"),
    Subject("deal:others", "其他项目由中小企业成交的金额"),
)

ASSETS = (
    _count("vehicles", "车辆", _CARS),
    _count("equipment", "单价较高的设备数", _PIECES),
    _count("equipment:general", "单价较高的通用设备数", _PIECES),
    _count("equipment:special", "单价较高的专用设备数", _PIECES),
)

PERFORMANCE = (
    _count("evaluated:unit", "整体绩效自评", _PROJECTS),
    _count("evaluated:projects", "项目绩效自评", _PROJECTS),
    Subject("evaluated:amount", "绩效自评涉及的资金"),
    Subject("evaluated:executed", "绩效自评项目的执行数"),
    subject("score:unit", "整体自评得分", unit=Unit.POINTS),
    subject("score:average", "项目自评平均分", unit=Unit.POINTS),
    _count("managed:goals", "编报绩效目标的项目", _PROJECTS),
    _count("managed:tracked", "绩效跟踪的项目", _PROJECTS),
    _count("managed:evaluated", "绩效自评的项目", _PROJECTS),
    Subject("evaluated:coverage", "绩效自评覆盖率", unit=Unit.PERCENT),
    _count("evaluated:problems", "绩效自评发现的问题", _PROJECTS),
)

UNITS = (_count("units", "编制范围内的预算单位", "家 个"),)

_STAFF = "人 名 个"
STAFF = (_count("staff:posts", "编制人数", _STAFF), _count("staff:present", "年末实有人数", _STAFF))

ALL = (*THREE_PUBLIC, *AGENCY, *PROCUREMENT, *ASSETS, *PERFORMANCE, *UNITS, *STAFF)
