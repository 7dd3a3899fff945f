"""The steps that an administrator takes for somebody: take the lost code away, hand out a link to choose a password."""

from collections.abc import Callable
from dataclasses import dataclass
from smtplib import SMTPException
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.mail import send_mail
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import date

from disclosures.staff import history
from disclosures.staff.codes import devices
from disclosures.staff.people.links import path_to_choose, valid_until


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="原因", max_length=200, strip=True, widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="写明为什么，以及怎样核实了是本人；记入此人的历史。",
        error_messages={"required": "要写明原因。"},
    )  # fmt: skip


@dataclass(frozen=True)
class Step:
    """A step: its address, its name, what it means, and what takes it; that gives a page, or nothing."""

    key: str
    name: str
    title: str
    meaning: str
    take: Callable[[HttpRequest, Any, str], HttpResponse | None]


def _take_code_away(request: HttpRequest, person: Any, reason: str) -> None:
    devices.take_away(person)
    history.tell(request.user, person, f"取消动态口令。原因：{reason}")
    messages.success(request, f"已取消 {person} 的动态口令；需要的，下次登录时会重新设置。")


def _hand_out_link(request: HttpRequest, person: Any, reason: str) -> HttpResponse | None:
    """The link is sent, or shown once; a name that was locked by failed attempts is free again."""
    AxesProxyHandler.reset_attempts(username=person.get_username())
    history.tell(request.user, person, f"给出设置密码的链接。原因：{reason}")
    link = request.build_absolute_uri(path_to_choose(person))
    if settings.EMAIL_HOST and person.email and _sent(request, person, link):
        return None
    return _page(request, "link", person, "设置密码的链接", link=link, until=valid_until())


def _sent(request: HttpRequest, person: Any, link: str) -> bool:
    """By mail to the person alone; where that fails, the administrator is told and sees the link."""
    text = f"{person}，请用下面的链接设置密码，{date(valid_until(), 'n月j日 H:i')}前有效，只能用一次：\n\n{link}\n"
    try:
        send_mail("设置密码", text, None, [person.email])
    except (SMTPException, OSError) as error:
        messages.error(request, f"邮件没有发出去：{error}。请把链接另行交给本人。")
        return False
    messages.success(request, f"设置密码的链接已发到 {person.email}。")
    return True


STEPS = (
    Step("take-code-away", "take_code_away", "取消动态口令",
         "手机和恢复码都丢了时用。取消以后凭密码就能登录，再设置新的，所以先当面或打电话核实是本人。", _take_code_away),
    Step("link", "link", "给设置密码的链接",
         "忘了密码，或者新建的帐号还没有密码时用。链接只能用一次，原来的密码在设好新密码前仍有效。", _hand_out_link),
)  # fmt: skip


def page_of(step: Step, model_admin: Any) -> Callable[..., HttpResponse]:
    """The page that asks for the reason of a step, for whoever may change that person."""

    def view(request: HttpRequest, object_id: str) -> HttpResponse:
        person = model_admin.get_object(request, object_id)
        if person is None:
            raise Http404(f"no person {object_id}")
        if not model_admin.has_change_permission(request, person):
            raise PermissionDenied
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if not form.is_valid():
            return _page(request, "step", person, step.title, form=form, step=step)
        with transaction.atomic():
            answer = step.take(request, person, form.cleaned_data["reason"])
        return answer or redirect("admin:auth_user_change", person.pk)

    return view


def _page(request: HttpRequest, name: str, person: Any, title: str, **context: Any) -> HttpResponse:
    context |= {"title": f"{title}：{person}", "person": person}
    page = render(request, f"admin/auth/user/{name}.html", admin.site.each_context(request) | context)
    page.headers["Cache-Control"] = "no-store"
    return page
