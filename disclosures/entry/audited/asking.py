"""What is asked of the log: by whom, of which unit, on which days; within what somebody may look into."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import Http404
from django.utils import timezone

from disclosures.audit.models import Change, Kind
from disclosures.audit.watched import WATCHED
from disclosures.entry.audited.wording import title_of
from disclosures.staff.rights import AUDIT
from disclosures.staff.scope import disclosures_for, limited, units_for
from disclosures.statements.models import Disclosure, Unit

_DAY = {"invalid": "这不是日期；请写成 2026-12-01 这样。"}


class AskForm(forms.Form):
    """Every field may be left blank; what is filled in all holds."""

    since = forms.DateField(label="从", required=False, error_messages=_DAY, widget=forms.DateInput({"type": "date"}))
    until = forms.DateField(label="到", required=False, error_messages=_DAY, widget=forms.DateInput({"type": "date"}))
    who = forms.CharField(label="经办人", required=False, max_length=150)
    unit = forms.CharField(label="单位", required=False, max_length=200)
    year = forms.IntegerField(label="年度", required=False, error_messages={"invalid": "年度是数字，如 2023。"})
    kind = forms.ChoiceField(label="做了什么", required=False, choices=[("", "全部"), *Kind.choices])
    words = forms.CharField(label="内容里有", required=False, max_length=100)
    disclosure = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, width, example in (("who", 8, ""), ("unit", 19, "名称或 210400-011001"), ("words", 14, "")):
            self.fields[name].widget.attrs |= {"size": width, "placeholder": example}
        self.fields["year"].widget.attrs |= {"class": "year"}

    @property
    def fields_to_fill_in(self) -> list[forms.BoundField]:
        """Of one disclosure, unit and year are known."""
        known = ("unit", "year") if self["disclosure"].value() else ()
        return [field for field in self.visible_fields() if field.name not in known]

    def clean(self) -> dict[str, Any]:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", "不能早于“从”。")
        return self.cleaned_data

    def choose(self, changes: QuerySet[Change]) -> QuerySet[Change]:
        """The entries that are asked for; none where the question cannot be understood."""
        if not self.is_valid():
            return changes.none()
        asked = self.cleaned_data
        exact = {
            "at__date__gte": asked["since"],
            "at__date__lte": asked["until"],
            "kind": asked["kind"],
            "year": asked["year"],
        }
        changes = changes.filter(**{name: value for name, value in exact.items() if value})
        if asked["who"]:
            changes = changes.filter(_by(asked["who"]))
        if asked["unit"]:
            changes = changes.filter(_of_unit(asked["unit"]))
        return _saying(changes, asked["words"]) if asked["words"] else changes


def _by(name: str) -> Q:
    number = Q(by=int(name)) if name.isascii() and name.isdigit() and len(name) < 18 else Q()
    return Q(by_name__icontains=name) | number if number else Q(by_name__icontains=name)


def _of_unit(unit: str) -> Q:
    named = Unit.objects.filter(name__icontains=unit).values("pk")
    return Q(unit__icontains=unit) | Q(unit_number__in=named)


def _saying(changes: QuerySet[Change], words: str) -> QuerySet[Change]:
    """Those with the words in their text, in the title of what was changed, or in a value before or after."""
    words = _as_stored(words)
    titled = [label.lower() for label in WATCHED if words in title_of(Change(model=label.lower()))]
    said = Q(text__icontains=words) | Q(model__in=titled) | Q(said__icontains=words)
    return changes.annotate(said=Cast("rows", TextField())).filter(said)


def _as_stored(words: str) -> str:
    """An amount without the separators that it is shown with."""
    plain = words.replace(",", "").replace("，", "")
    return plain if plain.replace(".", "", 1).lstrip("-").isdigit() else words


# ---------------------------------------------------------------------------------------------------------------------
# Within what somebody may look into
# ---------------------------------------------------------------------------------------------------------------------


def disclosure_asked(user: Any, number: str) -> Disclosure | None:
    """The revision whose log is asked for; one that is not reached is not found."""
    if not number:
        return None
    found = disclosures_for(user).filter(pk=number).first() if number.isascii() and number.isdigit() else None
    if found is None:
        raise Http404(f"no disclosure {number}")
    return found


def changes_for(user: Any, disclosure: Disclosure | None = None) -> QuerySet[Change]:
    """What somebody may see of the log: all of a disclosure that they read, else what their right reaches."""
    if disclosure:
        return Change.objects.filter(disclosure=disclosure.pk)
    if not user.has_perm(AUDIT):
        raise PermissionDenied
    return limited(Change.objects.all(), user, "unit_number", AUDIT)


def change_for(user: Any, number: str) -> Change:
    """One entry; not found where it is not reached."""
    change = Change.objects.filter(pk=number).first() if number.isascii() and number.isdigit() else None
    if change is None or not (_is_in_log_of(user, change) or _is_read_by(user, change)):
        raise Http404(f"no change {number}")
    return change


def _is_in_log_of(user: Any, change: Change) -> bool:
    return user.has_perm(AUDIT) and changes_for(user).filter(pk=change.pk).exists()


def _is_read_by(user: Any, change: Change) -> bool:
    return change.disclosure is not None and disclosures_for(user).filter(pk=change.disclosure).exists()


def units_named(user: Any, changes: list[Change]) -> dict[int, str]:
    """The names of the units of these entries, as they are called now; one query."""
    numbers = {change.unit_number for change in changes if change.unit_number}
    return dict(units_for(user).filter(pk__in=numbers).values_list("pk", "name")) if numbers else {}


def range_of(changes: QuerySet[Change], since: date | None, until: date | None) -> tuple[date, date]:
    """The first and the last day that the entries cover: as asked, else from the first of them until today."""
    first = None if since else changes.order_by("pk").values_list("at", flat=True).first()
    return since or timezone.localdate(first), until or timezone.localdate()
