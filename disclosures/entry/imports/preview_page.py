"""The page of a file that was read: for whom it is, what differs, each piece as pages show it, and what to take."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from disclosures.documents.items import DocumentError
from disclosures.entry.imports.background import read
from disclosures.entry.imports.choosing import MOST_OFFERED, ChoiceForm
from disclosures.entry.imports.preview.comparing import summary_in
from disclosures.entry.imports.preview.preview import Preview, preview_of
from disclosures.entry.imports.preview.showing import shown
from disclosures.entry.imports.taking.accepting import accept, discard, standing, what_happens
from disclosures.entry.models import Progress, UploadedFile
from disclosures.entry.reports import sections_of
from disclosures.intake.report import how_it_was_read
from disclosures.intake.store import RefusedImportError
from disclosures.staff.rights import ADD, CHANGE
from disclosures.staff.scope import units_for
from disclosures.statements.editions import NEWEST
from disclosures.statements.models import Disclosure, Unit


class TakeForm(forms.Form):
    """Which state of the draft was seen; another unit's file is confirmed."""

    seen = forms.CharField(widget=forms.HiddenInput)
    confirmed = forms.BooleanField(label="文件上的单位不同，我已核对", required=False)

    def __init__(self, upload: UploadedFile, unit: Unit, data: Any = None, mark: str = ""):
        super().__init__(data, initial={"seen": mark})
        self.other = upload.unit_name if upload.unit_name and upload.unit_name != unit.name else ""
        self.unit = unit

    def clean(self):
        if self.other and not self.cleaned_data.get("confirmed"):
            self.add_error("confirmed", f"文件上的单位是“{self.other}”，选的是“{self.unit.name}”；确实要存，请打勾。")
        return self.cleaned_data


def preview_page(model_admin: Any, request: HttpRequest, upload: UploadedFile) -> HttpResponse:
    """Show what was read beside what is stored; or choose unit and year, take, put aside, as the button says."""
    wish, units = request.POST.get("do", ""), units_for(request.user, ADD)
    choice = ChoiceForm(upload, units, request.POST if wish == "assign" else None)
    if wish == "discard":
        return _done(request, lambda: discard(upload), "已放弃这份文件，没有存进决算。")
    if wish == "assign" and choice.is_valid():
        choice.save()
        return HttpResponseRedirect(request.path)
    unit, year = upload.unit, upload.year
    is_chosen = bool(unit and year and request.user.has_perm(ADD, unit))
    last = standing(unit, year) if is_chosen and unit and year else None
    if last and not request.user.has_perm(CHANGE, last):
        raise Http404
    form = None
    if is_chosen and unit and year and wish in ("some", "all"):
        form = TakeForm(upload, unit, request.POST)
        if form.is_valid():
            return _taken(request, upload, unit, year, form, is_all=wish == "all")
    return _page(model_admin, request, upload, choice, last, form, is_chosen=is_chosen)


def _taken(
    request: HttpRequest, upload: UploadedFile, unit: Unit, year: int, form: TakeForm, *, is_all: bool
) -> HttpResponse:
    keys = None if is_all else request.POST.getlist("pieces")

    def take() -> None:
        draft = accept(upload, unit, year, form.cleaned_data["seen"], keys, by=request.user)
        upload.refresh_from_db(fields=["message"])
        said = f"从上传的文件 {upload.name} {upload.message}"
        admin.site.get_model_admin(Disclosure).log_change(request, draft, said)

    return _done(request, take, "已存为草稿。")


def _done(request: HttpRequest, do: Any, said: str) -> HttpResponse:
    """Do it; what is refused is said above the preview, made anew."""
    try:
        do()
    except (RefusedImportError, DocumentError) as error:
        for sentence in str(error).split("\n"):
            messages.error(request, sentence)
    else:
        messages.success(request, said)
    return HttpResponseRedirect(request.path)


def _page(
    model_admin: Any,
    request: HttpRequest,
    upload: UploadedFile,
    choice: ChoiceForm,
    last: Disclosure | None,
    form: TakeForm | None,
    *,
    is_chosen: bool,
) -> HttpResponse:
    """At most 25 queries."""
    context: dict[str, Any] = {"upload": upload, "choice": choice, "last": last, "is_chosen": is_chosen}
    context["units"] = list(units_for(request.user, ADD).order_by("region_id", "code")[:MOST_OFFERED])
    same = UploadedFile.objects.filter(user=upload.user_id, unit=upload.unit_id, year=upload.year, state=Progress.READ)
    context["twin"] = same.exclude(pk=upload.pk).defer("content", "report").first() if is_chosen else None
    context["happens"] = what_happens(last) if is_chosen else ""
    try:
        reading, _ = read(upload)
        preview = preview_of(reading, upload.unit or Unit(), upload.year or reading.year or NEWEST, last)
    except (RefusedImportError, DocumentError) as error:
        context |= {"refusals": str(error).split("\n"), "sections": sections_of(upload.report)}
        return model_admin.page(request, "preview.html", upload.name, **context)
    context |= _shown(request, preview, is_chosen=is_chosen)
    if is_chosen:
        context["form"] = form or TakeForm(upload, preview.unit, mark=preview.mark)
    return model_admin.page(request, "preview.html", upload.name, **context)


def _shown(request: HttpRequest, preview: Preview, *, is_chosen: bool) -> dict[str, Any]:
    asked = request.POST.getlist("pieces") if request.POST.get("do") else None
    sections = sections_of(how_it_was_read(preview.reading), preview.places.href)
    rows = [
        {
            "piece": piece,
            "can_take": is_chosen and preview.can_take(piece),
            "is_taken": piece.key in asked if asked is not None else piece.differs,
            "broken": preview.broken.get(piece.key, []),
        }
        for piece in preview.pieces
    ]
    return {
        "preview": preview,
        "rows": rows,
        "summary": summary_in(preview.pieces),
        "shown": [shown(piece, preview.read, preview.stored) for piece in preview.pieces],
        "refusals": preview.refusals,
        "sections": [section for section in sections if section["rows"]],
    }
