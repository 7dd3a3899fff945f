"""Every address of the admin with the right that it asks for, to look and to change: what the test of all roles walks.

An address that is missing here fails the test, so that nobody adds a page without saying whom it is for.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

# The titles of rights as `staff/rights.py` has them.
READ, ADD, CHANGE, DELETE, ANSWER = "查看", "新建、导入", "填写", "删除草稿", "答复"
SUBMIT, RETURN, PUBLISH, WITHDRAW = "提交", "退回", "发布", "撤回"
QUESTIONS, ANSWER_READERS = "查看读者提问", "答复读者"
SEE_LISTS, KEEP_LISTS, KEEP_UNITS, PEOPLE, LOG = (
    "查看区划和科目",
    "维护区划和科目",
    "维护单位",
    "管理人员",
    "查看修改记录",
)

EVERYBODY = "everybody"  # who works here, whatever their role
NOBODY = "nobody"


@dataclass(frozen=True)
class Address:
    """A named address; `of` says what its argument is: "" for none, a disclosure, a unit, a person and so on.

    `look` and `change` are titles of rights; NOBODY where the page knows no such thing.
    """

    name: str
    look: str
    change: str = NOBODY
    of: str = ""
    key: str = ""  # the part of the address behind the number, such as which table


def _model(name: str, of: str, look: str, add: str, change: str, delete: str) -> Iterator[Address]:
    """The five addresses that Django gives each model."""
    yield Address(f"{name}_changelist", look, NOBODY)
    yield Address(f"{name}_add", add, add)
    yield Address(f"{name}_change", look, change, of)
    yield Address(f"{name}_history", look, NOBODY, of)
    yield Address(f"{name}_delete", delete, delete, of)


ADDRESSES: tuple[Address, ...] = (
    *(Address(name, EVERYBODY) for name in ("index", "password_change", "password_change_done", "jsi18n")),
    *_model("statements_disclosure", "disclosure", READ, ADD, CHANGE, DELETE),
    Address("statements_disclosure_part", READ, CHANGE, "disclosure", "expenditure"),
    Address("statements_disclosure_part", READ, CHANGE, "disclosure", "paragraph"),
    Address("statements_disclosure_outline", NOBODY, CHANGE, "disclosure", "summary"),
    Address("statements_disclosure_check", NOBODY, CHANGE, "disclosure", "expenditure"),
    Address("statements_disclosure_report", READ, NOBODY, "disclosure"),
    Address("statements_disclosure_findings", READ, ANSWER, "disclosure"),
    Address("statements_disclosure_whole_text", CHANGE, CHANGE, "disclosure"),
    Address("statements_disclosure_last_year", CHANGE, CHANGE, "disclosure"),
    *(
        Address("statements_disclosure_step", right, right, "disclosure", key)
        for key, right in (
            ("submit", SUBMIT), ("return", RETURN), ("publish", PUBLISH), ("plan", PUBLISH), ("cancel-plan", PUBLISH),
            ("withdraw", WITHDRAW), ("reinstate", WITHDRAW), ("revise", ADD),
        )
    ),
    Address("statements_disclosure_checklist", READ, NOBODY, "disclosure"),
    Address("statements_disclosure_unclear", READ, CHANGE, "disclosure"),
    Address("statements_disclosure_check_form", READ, NOBODY, "disclosure"),
    Address("statements_disclosure_year", READ, NOBODY, "year"),
    *_model("statements_performanceform", "form", READ, NOBODY, CHANGE, DELETE),
    Address("statements_performanceform_begin", NOBODY, CHANGE, "form"),
    *_model("statements_unit", "unit", READ, KEEP_UNITS, KEEP_UNITS, KEEP_UNITS),
    *_model("statements_sourcedocument", "source", READ, NOBODY, NOBODY, NOBODY),
    *_model("publication_readerquestion", "question", QUESTIONS, NOBODY, ANSWER_READERS, NOBODY),
    *_model("publication_subscription", "subscription", NOBODY, NOBODY, NOBODY, NOBODY),
    *_model("entry_uploadedfile", "upload", ADD, NOBODY, ADD, NOBODY),
    *_model("classification_region", "region", SEE_LISTS, KEEP_LISTS, KEEP_LISTS, KEEP_LISTS),
    *_model("classification_code", "code", SEE_LISTS, KEEP_LISTS, KEEP_LISTS, KEEP_LISTS),
    *_model("auth_user", "person", PEOPLE, PEOPLE, PEOPLE, NOBODY),
    Address("auth_user_password_change", NOBODY, NOBODY, "person"),
    Address("auth_user_take_code_away", PEOPLE, PEOPLE, "person"),
    Address("auth_user_link", PEOPLE, PEOPLE, "person"),
    *_model("staff_membership", "membership", PEOPLE, PEOPLE, PEOPLE, PEOPLE),
    *_model("audit_change", "entry", LOG, NOBODY, NOBODY, NOBODY),
    Address("audit_change_export", LOG, NOBODY),
)  # fmt: skip

# Addresses that are no pages of their own, each with the reason why no role is asked here.
ELSEWHERE = {
    "guide": "for everybody who works here",
    "login": "for everybody",
    "logout": "for everybody",
    "login_code": "the second step of signing in",
    "choose_password": "by a link that is a secret itself",
    "own_code": "of the person who is signed in",
    "set_up_code": "of the person who is signed in",
    "new_recovery_codes": "of the person who is signed in",
    "give_up_code": "of the person who is signed in",
    "session": "says whether one is signed in",
    "signed_in": "the same",
    "draft_document": "who takes it is tested with the document itself",
    "components": "the parts of public pages, with made-up figures",
    "autocomplete": "asks the admin of the list that it completes from; tested with the lists",
    "view_on_site": "no model of ours has such an address",
    "app_list": "a part of the front page",
    "statements_disclosure_many": "one step for many: each unit is asked on its own; tested with the year",
}


def names() -> set[str]:
    """The names of all addresses below /admin/."""
    return {name for route, name in _walk(get_resolver()) if route.startswith("admin/") and name}


def _walk(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, str | None]]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route, pattern.name
        else:
            yield from _walk(pattern, route)
