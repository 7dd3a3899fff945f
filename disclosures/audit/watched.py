"""What the log tells: the one list of models, by name, which is all that this package knows of them.

A test holds every model of the site against it: what is not watched has its reason here.
"""

from dataclasses import dataclass
from enum import Enum


class Belongs(Enum):
    """How a row leads to a unit and a year."""

    NOWHERE = "nowhere"
    IS_UNIT = "is a unit"
    TO_UNIT = "has a unit"
    IS_DISCLOSURE = "is a disclosure"
    TO_DISCLOSURE = "has a disclosure"


NOWHERE, IS_UNIT, TO_UNIT, IS_DISCLOSURE, TO_DISCLOSURE = Belongs


@dataclass(frozen=True)
class Watched:
    """A model: what its rows belong to, fields that say nothing of it, and fields of which only a change is told."""

    belongs: Belongs = NOWHERE
    without: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    named: tuple[str, ...] = ()  # what these refer to is told by name, too
    title: str = ""  # what the rows are called where their own model says it in English


PART = Watched(TO_DISCLOSURE, without=("disclosure",))  # of a disclosure; `statements` names them as they are declared

_OF_ATTEMPTS = ("throttling_failure_timestamp", "throttling_failure_count", "created_at", "last_used_at")

WATCHED: dict[str, Watched] = {
    "auth.User": Watched(without=("last_login",), secret=("password",)),
    "staff.Membership": Watched(TO_UNIT, named=("user", "unit", "region")),
    "otp_totp.TOTPDevice": Watched(
        without=(*_OF_ATTEMPTS, "step", "t0", "digits", "tolerance", "drift", "last_t"),
        secret=("key",),
        named=("user",),
        title="动态口令",
    ),
    "otp_static.StaticDevice": Watched(without=_OF_ATTEMPTS, named=("user",), title="恢复码"),
    "otp_static.StaticToken": Watched(secret=("token",), named=("device",), title="一个恢复码"),
    "classification.Region": Watched(),
    "classification.RegionChange": Watched(),
    "classification.Code": Watched(),
    "statements.Unit": Watched(IS_UNIT, named=("department",)),
    "statements.SourceDocument": Watched(),
    "statements.Disclosure": Watched(IS_DISCLOSURE, named=("unit",)),
    "statements.Unclear": Watched(TO_DISCLOSURE, without=("disclosure", "picture", "by", "by_name", "at")),
    "checks.Answer": Watched(TO_DISCLOSURE, without=("disclosure", "answered_at"), named=("answered_by",)),
    "publication.ReaderQuestion": Watched(
        TO_DISCLOSURE, without=("disclosure", "client", "key"), secret=("email",), named=("answered_by", "shown_by")
    ),
    "publication.PublicationPlan": Watched(TO_DISCLOSURE, without=("disclosure",)),
    "entry.UploadedFile": Watched(
        TO_UNIT, without=("attempts", "held_until", "task", "report", "scan"), named=("user", "unit")
    ),
}

_COMPUTED = "算出来的，可以从记录了的内容重新算出"
_DECLARED = "由程序的声明决定，每次 migrate 重新写入"

NOT_WATCHED: dict[str, str] = {
    "audit.Change": "就是记录本身，数据库不许改动",
    "auth.Group": _DECLARED,
    "auth.Permission": _DECLARED,
    "intake.ReadingReport": "读文件时写下的，随原始文件而定；读入的内容另有记录",
    "checks.CheckRun": _COMPUTED,
    "checks.BrokenRule": _COMPUTED,
    "publication.StepTaken": "流程本身的经过，数据库不许改动；流程在决算的记录里也有一条",
    "publication.Delivery": "送给订阅程序的消息，由发布而来，送到后过几天删除",
    "publication.MailAlert": "读者自己订阅和退订，不是工作人员做的；邮箱不进记录",
    "publication.MailNews": "要发信的公开，由发布而来，过几天删除",
    "publication.Subscription": "别人的程序自己订阅和退订，不是工作人员做的",
    "publication.DigestList": "自己签了名，数据库不许改动",
    "publication.PublicationCounter": _COMPUTED,
    "publication.SearchEntry": _COMPUTED,
    "publication.CodeTotal": _COMPUTED,
    "publication.GroupFigure": _COMPUTED,
    "publication.OtherMatter": _COMPUTED,
    "publication.Peer": _COMPUTED,
    "publication.PrintedName": _COMPUTED,
    "publication.Shortfall": _COMPUTED,
    "publication.YearTotal": _COMPUTED,
}
