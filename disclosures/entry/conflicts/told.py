"""What the clerk is told: what others changed meanwhile, who saved, what was typed and cannot be saved any more."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.template.response import TemplateResponse
from django.utils import timezone

from disclosures.entry.access import disclosure_of
from disclosures.entry.conflicts.merging import Conflict, Merge
from disclosures.entry.conflicts.shown import SHOWN, Shown

_FEW = 6
_CONFLICT = 409  # the status of an answer that saves nothing because of what others have done


def tell_others(request: Any, others: list[str]) -> None:
    """Say where only others have changed something since the page was opened: that stays."""
    if others:
        more = f" 等 {len(others)} 处" if len(others) > _FEW else ""
        messages.info(request, f"您打开这一页以后，别人还改了：{'、'.join(others[:_FEW])}{more}。这些都已保留。")


def conflict_context(request: Any, obj: Any, merge: Merge | None, shown: Shown) -> dict[str, Any]:
    """What the template of conflicts asks for, of a page that is opened or was sent and is shown again."""
    context: dict[str, Any] = {SHOWN: shown.token}
    if merge and merge.conflicts:
        context |= {"conflicts": merge.conflicts, "is_unknown": not merge.shown, "savers": savers(request, obj, merge)}
    return context


def savers(request: Any, obj: Any, merge: Merge) -> list[str]:
    """Who has saved on the page since it was shown, and when; one query."""
    if not merge.shown:
        return []
    kind = ContentType.objects.get_for_model(obj)
    saved = LogEntry.objects.filter(content_type=kind, object_id=str(obj.pk), action_time__gte=merge.shown.at)
    found: dict[str, str] = {}
    for entry in saved.select_related("user").order_by("action_time"):
        name = "您自己（在另一个窗口）" if entry.user_id == request.user.pk else _name(entry.user)
        found[name] = timezone.localtime(entry.action_time).strftime("%H:%M")
    return [f"{name} {at}" for name, at in found.items()]


def _name(user: Any) -> str:
    return user.get_full_name() or user.get_username()


def closed_page(model_admin: Any, request: Any, obj: Any, typed: list[Conflict]) -> TemplateResponse:
    """For what is no draft any more: say so, with all that was typed."""
    disclosure = disclosure_of(obj)
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": disclosure._meta,
        "title": "没有保存",
        "original": disclosure,
        "media": model_admin.media,
        "typed": typed,
    }
    template = "admin/statements/disclosure/closed_meanwhile.html"
    return TemplateResponse(request, template, context, status=_CONFLICT)
