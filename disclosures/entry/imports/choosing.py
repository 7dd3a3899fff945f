"""For which unit and year a file is taken: suggested from the file, changed at will, within what one imports for."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from disclosures.audit.recording import watching
from disclosures.entry.models import Progress, UploadedFile
from disclosures.statements.models import Unit

MOST_OFFERED = 1000  # units in the list that a browser offers; any other is typed
UNIT_NAMES = "unit-names"  # the id of that list


def label_of(unit: Unit) -> str:
    """What is typed or chosen for a unit: its key, and its name for people."""
    return f"{unit.slug} {unit.name}"


class UnitField(forms.CharField):
    """A unit by its key or its whole name, of those that somebody reaches."""

    def __init__(self, units: QuerySet[Unit], **options: Any):
        widget = forms.TextInput(attrs={"list": UNIT_NAMES, "class": "vTextField unit"})
        super().__init__(label="单位", widget=widget, error_messages={"required": "请选定单位。"}, **options)
        self.units = units

    def clean(self, value: Any) -> Unit | None:
        text = super().clean(value)
        if not text:
            return None
        region, _, code = text.split(" ")[0].partition("-")
        found = list(self.units.filter(region_id=region, code=code)) or list(self.units.filter(name=text)[:2])
        if len(found) != 1:
            raise ValidationError(f"没有“{text}”这个单位，或者不归您填报；请从列表里选，或填代号，如 210400-011001。")
        return found[0]


class ChoiceForm(forms.Form):
    """Unit and year of one file; on the list each file has its own prefix."""

    def __init__(self, upload: UploadedFile, units: QuerySet[Unit], data: Any = None, *, is_one_of_many: bool = False):
        given = {"unit": label_of(upload.unit) if upload.unit else "", "year": upload.year}
        super().__init__(data, initial=given, prefix=f"file{upload.pk}" if is_one_of_many else None)
        self.upload = upload
        self.fields["unit"] = UnitField(units, required=not is_one_of_many)
        self.fields["year"] = forms.IntegerField(
            label="年度", min_value=1990, max_value=2100, required=not is_one_of_many,
            error_messages={"required": "请填年度。", "invalid": "年度是四位数字，如 2023。"},
            widget=forms.NumberInput(attrs={"class": "vIntegerField year"}),
        )  # fmt: skip

    def save(self) -> None:
        """Keep the choice while the file waits for it."""
        of_the_file = UploadedFile.objects.filter(pk=self.upload.pk, state=Progress.READ)
        with watching(of_the_file, "unit", "year"):
            of_the_file.update(unit=self.cleaned_data["unit"], year=self.cleaned_data["year"])


def twins_of(uploads: list[UploadedFile]) -> dict[int, UploadedFile]:
    """By the key of a file another one of the same list that is read for the same unit and year."""
    seen: dict[tuple, UploadedFile] = {}
    twins: dict[int, UploadedFile] = {}
    for upload in uploads:
        if upload.state == Progress.READ and upload.unit_id and upload.year:
            first = seen.setdefault((upload.unit_id, upload.year), upload)
            if first is not upload:
                twins |= {upload.pk: first, first.pk: upload}
    return twins
