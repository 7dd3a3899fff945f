"""Who may do what: the one declaration of every right. Groups, scope, the guide's table and the tests come from it.

A right stands on permissions of Django; code asks for one of them, by the names below. A role has a right nowhere, for
what is its own (a clerk's unit, the region of a reviewer or publisher and what lies below), or for everything.
"""

from dataclasses import dataclass
from enum import Enum

from disclosures.staff.roles import Role

READ = "statements.view_disclosure"  # with all parts, findings, report and source: one right to read
ADD = "statements.add_disclosure"
CHANGE = "statements.change_disclosure"  # with all parts; also to submit
DELETE = "statements.delete_disclosure"
ANSWER = "checks.change_answer"
RETURN = "publication.return_disclosure"
PUBLISH = "publication.publish_disclosure"  # also to withdraw
SEE_QUESTIONS = "publication.view_readerquestion"  # what readers ask
ANSWER_READERS = "publication.answer_readerquestion"
SHOW_ANSWERS = "publication.publish_readerquestion"  # also to take them down
AUDIT = "audit.view_change"  # the log of all that was done; that of a disclosure is open to whoever may read it


class Reach(Enum):
    """How far a role has a right; the value stands in the guide."""

    NO = "—"
    OWN = "本范围"
    ALL = "全部"


NO, OWN, ALL = Reach


@dataclass(frozen=True)
class Right:
    """What somebody may do, how far in each role, the permissions it stands on, and a sentence for the guide."""

    title: str
    permissions: tuple[str, ...]
    reaches: tuple[Reach, Reach, Reach, Reach]  # in the order of `Role`
    sentence: str

    def reach(self, role: Role) -> Reach:
        return self.reaches[list(Role).index(role)]


def _on(app: str, verbs: str, *models: str) -> tuple[str, ...]:
    return tuple(f"{app}.{verb}_{model}" for model in models for verb in verbs.split())


RIGHTS = (
    Right("查看", (READ,), (OWN, OWN, OWN, ALL), "看决算公开的各表各部分、核对结果、读入报告、原始文件和单位资料。"),
    Right("新建、导入", (ADD,), (OWN, NO, NO, ALL), "新建一年的决算，从文件导入，或据已公开的一版另建新版。"),
    Right("填写", (CHANGE,), (OWN, NO, NO, ALL), "修改草稿的各表各部分；已提交和已发布的谁也不能改。"),
    Right("删除草稿", (DELETE,), (OWN, NO, NO, ALL), "删除草稿；提交过的不能删除。"),
    Right("答复", (ANSWER,), (OWN, NO, NO, ALL), "对核对不上的地方写明原因，发布以后也可以。"),
    Right("提交", (CHANGE,), (OWN, NO, NO, ALL), "把填好的草稿交去审核。"),
    Right("退回", (RETURN,), (NO, OWN, OWN, ALL), "把提交的一版退回修改。"),
    Right("发布", (PUBLISH,), (NO, NO, OWN, ALL), "把提交的一版向公众公开。"),
    Right("撤回", (PUBLISH,), (NO, NO, OWN, ALL), "把已公开的一版撤下，并写明原因；可以让它取代的那一版恢复为现行版。"),
    Right("查看读者提问", (SEE_QUESTIONS,), (NO, OWN, OWN, ALL), "看读者在公开页面上对数字、核对结果和文字提的问题。"),
    Right("答复读者", (ANSWER_READERS,), (NO, OWN, OWN, ALL), "答复读者的问题，或者不予答复。"),
    Right("公开问答", (SHOW_ANSWERS,), (NO, NO, OWN, ALL),
          "把别人答复过的问题和答复放到公开页面上，也可以撤下；自己答复的要由别人公开。"),
    Right("查看区划和科目", _on("classification", "view", "region", "regionchange", "code"), (ALL, ALL, ALL, ALL),
          "看行政区划和科目的清单。"),
    Right("维护区划和科目", _on("classification", "add change delete", "region", "regionchange", "code"),
          (NO, NO, NO, ALL), "增加或修改行政区划和科目。"),
    Right("维护单位", _on("statements", "add change delete", "unit"), (NO, NO, NO, ALL), "登记单位，修改单位资料。"),
    Right("查看修改记录", (AUDIT,), (NO, OWN, OWN, ALL),
          "看谁在什么时候改了什么、原值和新值，并导出；登录的记录只有管理员能看。一份决算自己的修改记录，能看它的人都能看。"),
    Right("管理人员", (*_on("auth", "view add change", "user"), *_on("staff", "view add change delete", "membership")),
          (NO, NO, NO, ALL), "建立和停用帐号，给人分派角色；不能动超级用户，也不能把谁变成超级用户。"),
)  # fmt: skip


def permissions_of(role: Role) -> set[str]:
    """The permissions that a role has, wherever it has them."""
    return {name for right in RIGHTS if right.reach(role) is not NO for name in right.permissions}


def reach_of(role: Role, permission: str) -> Reach:
    """How far a role has that permission; rights that stand on the same one agree, which a test keeps true."""
    return next((right.reach(role) for right in RIGHTS if permission in right.permissions), NO)
