"""Comparing a doubt with its picture: the figure is what the picture shows, or the place has been looked at."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from disclosures.amounts import AmountError, Precision, parse_amount
from disclosures.audit.acting import name_of
from disclosures.audit.recording import together
from disclosures.entry.unclear.places import Compared, DoubtsOf
from disclosures.statements.models import Disclosure, State
from disclosures.statements.scans.unclear import Settled, figure_in

UNTICKED = "改过的数要打勾才保存。"
OVERTAKEN = "您打开这一页以后，别人把这个数改成了 {stored}。请再对照一次。"
ELSEWHERE = (
    (Settled.CONFIRMED.value, "和图片一样"),
    (Settled.CORRECTED.value, "原来读错了，已照图片改好"),
)


class CompareForm(forms.Form):
    """One doubt. A figure of a table is typed here as the picture shows it; anything else is mended where it stands."""

    def __init__(self, compared: Compared, data: Any = None):
        super().__init__(data, prefix=f"doubt-{compared.doubt.pk}")
        self.compared = compared
        if compared.line:
            self.fields["figure"] = forms.CharField(
                required=False, max_length=40, label="图上是", initial=compared.text, show_hidden_initial=True,
                widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 16, "autocomplete": "off"}),
            )  # fmt: skip
            self.fields["seen"] = forms.BooleanField(required=False, label="已对照图片")
        else:
            widget = forms.RadioSelect()
            self.fields["seen"] = forms.ChoiceField(required=False, label="对照图片", choices=ELSEWHERE, widget=widget)

    @property
    def is_compared(self) -> bool:
        """Whether somebody says so."""
        return bool(self.is_bound and self.is_valid() and self.cleaned_data["seen"])

    def clean(self) -> dict[str, Any]:
        """A figure that was typed counts once it is ticked, and not over what somebody else has typed since."""
        cleaned = super().clean() or self.cleaned_data
        if not self.compared.line or not self.compared.precision:
            return cleaned
        shown, typed = self.data.get(self.add_initial_prefix("figure"), ""), cleaned.get("figure", "")
        if not cleaned.get("seen"):
            if typed != shown:
                self.add_error("seen", UNTICKED)
        elif shown != self.compared.text:
            self.add_error("figure", OVERTAKEN.format(stored=self.compared.text or "空白"))
        else:
            self._check_figure(typed, self.compared.precision)
        return cleaned

    def _check_figure(self, text: str, precision: Precision) -> None:
        try:
            parse_amount(text, precision.unit)
        except AmountError as error:
            self.add_error("figure", str(error))

    def save(self, by: Any) -> None:
        """Keep the figure and who compared it."""
        doubt, line, precision = self.compared.doubt, self.compared.line, self.compared.precision
        doubt.settled = self._settled()
        if line and precision:
            if self.cleaned_data["figure"] != self.compared.text:
                line.set_printed(doubt.column, self.cleaned_data["figure"], precision)
                line.save(update_fields=[doubt.column, "as_printed"])
            doubt.figure = figure_in(line, doubt.column)
        elif doubt.number:
            doubt.figure = ""  # its row is gone
        doubt.by, doubt.by_name, doubt.at = by.pk, name_of(by), timezone.now()
        doubt.save(update_fields=["settled", "figure", "by", "by_name", "at"])

    def _settled(self) -> str:
        if not self.compared.line:
            return self.cleaned_data["seen"]
        is_as_read = self.compared.says(self.cleaned_data["figure"])
        return Settled.CONFIRMED.value if is_as_read else Settled.CORRECTED.value


def save_compared(disclosure: Disclosure, data: Any, by: Any) -> tuple[DoubtsOf, list[CompareForm], int]:
    """Keep what is compared while nobody else can submit or save; the doubts then, forms with errors, how many."""
    with transaction.atomic():
        locked = Disclosure.objects.select_for_update().get(pk=disclosure.pk)
        if locked.state != State.DRAFT:
            raise PermissionDenied
        forms_ = forms_for(DoubtsOf(locked), data)
        done = [form for form in forms_ if form.is_compared]
        with together():
            for form in done:
                form.save(by)
    return DoubtsOf(disclosure), [form for form in forms_ if not form.is_valid()], len(done)


def forms_for(doubts: DoubtsOf, data: Any = None) -> Sequence[CompareForm]:
    """A form for each open doubt."""
    return [CompareForm(one, data) for one in doubts.compared if one.is_open]
