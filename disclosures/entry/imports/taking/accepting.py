"""An uploaded file that was read goes into a draft, all or some pieces of it, in one transaction, or is put aside."""

from collections.abc import Collection
from typing import Any

from disclosures.audit.recording import together, watching
from disclosures.entry.imports.background import read
from disclosures.entry.imports.preview.preview import Preview, preview_of
from disclosures.entry.imports.taking.replacing import replace_pieces
from disclosures.entry.models import Progress, UploadedFile
from disclosures.intake.store import RefusedImportError
from disclosures.publication.workflow import WorkflowError, revise
from disclosures.statements.models import Disclosure, State, Unit

DONE_ALREADY = "这份文件已经处理过了，没有再存一次。"
CHANGED = "您看过以后，这一年存着的内容变了，所以什么也没有保存。下面已经重新对照，请再看一次。"
NOTHING = "没有选能取用的部分，什么也没有保存。"


def accept(
    upload: UploadedFile, unit: Unit, year: int, seen: str, keys: Collection[str] | None = None, by: Any = None
) -> Disclosure:
    """Read the file again, which gives what was shown, and put the pieces with these keys, or all, into the draft.

    `seen` is the mark of what was stored when the preview was made; where it is another one by now, nothing is saved.
    """
    reading, _ = read(upload)
    with together():
        _take(upload, Progress.ACCEPTED)
        last = _locked(unit, year)
        preview = preview_of(reading, unit, year, last)
        if preview.mark != seen:
            raise RefusedImportError(CHANGED)
        if preview.refusals:
            raise RefusedImportError("\n".join(preview.refusals))
        pieces = preview.chosen(keys)
        if not pieces:
            raise RefusedImportError(NOTHING)
        draft = _draft(preview, last, by)
        replace_pieces(draft, preview, pieces, upload)
        left = [piece.short for piece in preview.pieces if piece.is_read and piece not in pieces]
        message = f"取用了 {'、'.join(piece.short for piece in pieces)}。"
        message += f"没有取用 {'、'.join(left)}。" if left else ""
        with watching(UploadedFile.objects.filter(pk=upload.pk), "disclosure", "unit", "year", "message"):
            UploadedFile.objects.filter(pk=upload.pk).update(disclosure=draft, unit=unit, year=year, message=message)
    return draft


def discard(upload: UploadedFile) -> None:
    """Put the file aside; nothing of it has been saved."""
    with together():
        _take(upload, Progress.DISCARDED)


def standing(unit: Unit, year: int) -> Disclosure | None:
    """The last revision: the draft that the file goes into, or what a new draft begins with."""
    of_the_year = Disclosure.objects.filter(unit=unit, year=year).select_related("unit__region__parent__parent")
    return of_the_year.order_by("revision").last()


def what_happens(last: Disclosure | None) -> str:
    """What taking does to what stands there, as a sentence."""
    if last is None:
        return "还没有这一年的决算；取用后建立第 1 版草稿。"
    if last.state == State.DRAFT:
        return f"已有第 {last.revision} 版草稿；打勾的部分由文件里的替换，其余不变。"
    if last.state == State.SUBMITTED:
        return f"第 {last.revision} 版待发布，现在不能取用；请先退回修改。"
    named = f"第 {last.revision} 版{last.get_state_display()}，保持不变"
    return f"{named}；取用后据它另建第 {last.revision + 1} 版草稿，打勾的部分由文件里的替换。"


def _take(upload: UploadedFile, state: Progress) -> None:
    """Of two that click at the same time one goes on."""
    waiting = UploadedFile.objects.filter(pk=upload.pk, state=Progress.READ)
    with watching(waiting, "state"):
        if not waiting.update(state=state):
            raise RefusedImportError(DONE_ALREADY)


def _locked(unit: Unit, year: int) -> Disclosure | None:
    """The last revision, which nobody else can change or add to before this is saved."""
    list(Unit.objects.select_for_update(no_key=True).filter(pk=unit.pk).values_list("pk"))
    list(Disclosure.objects.select_for_update().filter(unit=unit, year=year).order_by("pk").values_list("pk"))
    return standing(unit, year)


def _draft(preview: Preview, last: Disclosure | None, by: Any) -> Disclosure:
    if last is None:
        draft = preview.read.disclosure
        draft.save()
        return draft
    if last.state == State.DRAFT:
        return last
    try:
        return revise(last, by=by)
    except WorkflowError as error:
        raise RefusedImportError(str(error)) from error
