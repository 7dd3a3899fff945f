"""What was read again takes the place of a draft, or becomes a proposed correction of what is public."""

from django.db import transaction

from disclosures.entry.imports.again.answers import findings_of, keep_answers
from disclosures.entry.imports.again.compared import keep_compared
from disclosures.entry.imports.again.rereading import Reread, is_edited
from disclosures.entry.imports.importing import note_digest
from disclosures.intake.reading import Reading
from disclosures.intake.store import refill
from disclosures.publication.workflow import WorkflowError, revise
from disclosures.statements.models import Disclosure, State

_NOTE = "用现在的程序重新读取原始文件，以下 {count} 处与上一版不同：\n{listed}"
_LISTED = 50  # differences that the note names


def renew(again: Reread, *, force: bool = False) -> str:
    """Apply the new reading in one transaction; says in a sentence what was done, or why nothing was."""
    if not again.differences and not again.refusals:
        return ""
    if again.refusals or again.reading is None:
        return "没有改动：现在的读法不能导入这份文件。"
    try:
        with transaction.atomic():
            return _renewed(again, again.reading, force)
    except WorkflowError as error:
        return f"没有改动：{error}"


def _renewed(again: Reread, reading: Reading, force: bool) -> str:
    locked = Disclosure.objects.select_for_update(of=("self",)).select_related("unit").get(pk=again.disclosure.pk)
    if locked.state != again.disclosure.state:
        raise WorkflowError(f"读的时候它变成了{locked.get_state_display()}，请再读一次。")
    if locked.state == State.SUBMITTED:
        raise WorkflowError("它待发布；请先退回修改，再重新读取。")
    if not force and is_edited(locked):
        raise WorkflowError("它可能有手工改动，重新读取会丢掉；确实不要了，请加 --force。")
    if locked.state == State.DRAFT:
        return "".join(["草稿已经按新的读法改好。", *_refilled(locked, locked, again, reading)])
    draft = revise(locked)
    draft.change_note = _note(again)
    done = f"已建第 {draft.revision} 版草稿，写明了与已发布的一版有哪些不同；核对后再提交。"
    return "".join([done, *_refilled(locked, draft, again, reading)])


def _refilled(before: Disclosure, draft: Disclosure, again: Reread, reading: Reading) -> list[str]:
    """Fill the draft; what people compared and answered stays where the same is read. Answers that do not fit it.

    The digest is noted without what people did, so that the next reading knows that they did something.
    """
    said = findings_of(before)
    refill(draft, reading)
    note_digest(draft)
    keep_compared(draft, again.compared)
    return list(keep_answers(before, said, draft))


def _note(again: Reread) -> str:
    listed = [
        f"{change.part} {change.row} {change.column}：{change.before or '（无）'} → {change.after or '（无）'}"
        for change in again.differences[:_LISTED]
    ]
    if len(again.differences) > _LISTED:
        listed.append("……")
    return _NOTE.format(count=len(again.differences), listed="\n".join(listed))
