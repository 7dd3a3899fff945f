"""Nothing is forgotten: each model is told of or has a reason, each statement without a signal tells by itself."""

import ast

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import BinaryField

from disclosures.audit.watched import NOT_WATCHED, TO_DISCLOSURE, WATCHED
from disclosures.statements.models import PARTS

PACKAGE = settings.BASE_DIR / "disclosures"
MANY = {"bulk_create", "bulk_update", "update", "delete", "_raw_delete"}

TELLS = "tells by itself, beside the statement"
SIGNALS = "sends a signal for each row; told together"
DERIVED = "rows that are computed from what is told"
AS_A_WHOLE = "told as a whole"
OF_READING = "which reader holds the file, and the digest of what it read: no work of anybody"
OF_PROGRAMS = "programs of others subscribe and leave by themselves"
PERSONAL = "what is personal goes, and nothing is told of it"
OF_READERS = "readers subscribe and leave by themselves; their addresses stand in no log"

# Every call that writes many rows by one statement, or deletes, by file: how the log learns of it.
CALLS = {
    "checks/keeping.py: CheckRun.objects.filter(disclosure=disclosure).delete": DERIVED,
    "publication/models.py: cls.objects.filter(pk=1).update": DERIVED,
    "staff/codes/devices.py: StaticToken.objects.bulk_create": "told with the device that they belong to",
    "staff/codes/devices.py: TOTPDevice.objects.filter(user=user).exclude(pk=phone.pk).delete": SIGNALS,
    "staff/codes/devices.py: kind.objects.filter(user=user).delete": SIGNALS,
    "staff/codes/devices.py: phone.delete": SIGNALS,
    "checks/keeping.py: BrokenRule.objects.bulk_create": DERIVED,
    "classification/loading.py: model._default_manager.bulk_create": AS_A_WHOLE,
    "classification/loading.py: model._default_manager.bulk_update": TELLS,
    "entry/imports/background.py: _mine(upload).update": f"{TELLS}, but for {OF_READING}",
    "entry/imports/background.py: free.update": OF_READING,
    "entry/imports/choosing.py: of_the_file.update": TELLS,
    "entry/imports/importing.py: ReadingReport.objects.filter(disclosure=disclosure).update": OF_READING,
    "entry/imports/pruning.py: old.filter(ended).update": "what was refused or put aside goes; its digest stays",
    "entry/imports/pruning.py: results.delete": OF_READING,
    "entry/imports/pruning.py: unclaimed.update": TELLS,
    "entry/imports/scanned/taking.py: Unclear.objects.bulk_create": TELLS,
    "entry/imports/scanned/taking.py: there.filter(pk__in=gone).delete": SIGNALS,
    "entry/imports/taking/accepting.py: UploadedFile.objects.filter(pk=upload.pk).update": TELLS,
    "entry/imports/taking/accepting.py: waiting.update": TELLS,
    "entry/imports/taking/replacing.py: ReadingReport.objects.filter(disclosure=draft).delete": OF_READING,
    "entry/imports/taking/replacing.py: model._default_manager.filter(pk__in=keys).delete": SIGNALS,
    "entry/imports/taking/replacing.py: rows.update": TELLS,
    "entry/imports/taking/sources.py: rows.update": TELLS,
    "entry/rows/formsets.py: model._default_manager.bulk_update": TELLS,
    "entry/tables.py: self.part._default_manager.bulk_create": TELLS,
    "entry/writing/last_year.py: model._default_manager.bulk_create": TELLS,
    "entry/writing/pasted.py: model._default_manager.filter(disclosure=self.draft).delete": SIGNALS,
    "entry/writing/skeleton.py: PerformanceIndicator.objects.bulk_create": TELLS,
    "intake/store.py: ReadingReport.objects.filter(disclosure=draft).delete": OF_READING,
    "intake/store.py: last.delete": SIGNALS,
    "intake/store.py: model._default_manager.filter(disclosure=draft).delete": SIGNALS,
    "publication/alerts/announcing.py: MailNews.objects.filter(pk=news.pk).update": OF_READERS,
    "publication/alerts/announcing.py: concerned.update": OF_READERS,
    "publication/alerts/delivering.py: MailAlert.objects.filter(pk=alert.pk).update": OF_READERS,
    "publication/alerts/delivering.py: rows.delete": OF_READERS,
    "publication/alerts/delivering.py: rows.filter(confirmed_at=None).update": OF_READERS,
    "publication/alerts/delivering.py: rows.update": OF_READERS,
    "publication/alerts/forgetting.py: marks.update": PERSONAL,
    "publication/alerts/forgetting.py: old.delete": OF_READERS,
    "publication/alerts/forgetting.py: silent.delete": PERSONAL,
    "publication/alerts/subscribing.py: leaving.delete": PERSONAL,
    "publication/alerts/subscribing.py: waiting.update": OF_READERS,
    "publication/apps.py: sender.objects.filter(pk=instance.pk).update": "the answer is told; only its time moves on",
    "publication/callbacks/delivering.py: ended.delete": OF_PROGRAMS,
    "publication/callbacks/delivering.py: Delivery.objects.filter(subscription=subscription).update": OF_PROGRAMS,
    "publication/callbacks/delivering.py: marked.update": OF_PROGRAMS,
    "publication/callbacks/delivering.py: Subscription.objects.filter(pk=subscription.pk).update": OF_PROGRAMS,
    "publication/callbacks/delivering.py: rows.delete": OF_PROGRAMS,
    "publication/callbacks/delivering.py: rows.update": OF_PROGRAMS,
    "publication/callbacks/subscribing.py: rows.filter(state=ACTIVE).update": OF_PROGRAMS,
    "publication/callbacks/subscribing.py: there.delete": OF_PROGRAMS,
    "publication/copying.py: model._default_manager.bulk_create": AS_A_WHOLE,
    "publication/evidence/storage.py: PrintedName.objects.bulk_create": DERIVED,
    "publication/evidence/storage.py: PrintedName.objects.filter(pk__in=gone).delete": DERIVED,
    "publication/management/commands/rebuild_totals.py: PrintedName.objects.all().delete": DERIVED,
    "publication/management/commands/rebuild_totals.py: model.objects.all().delete": DERIVED,
    "publication/following/due.py: same.update": "whose turn a row is: no work of anybody",
    "publication/questions/forgetting.py: addresses.update": PERSONAL,
    "publication/questions/forgetting.py: marks.update": PERSONAL,
    "publication/questions/forgetting.py: ReaderQuestion.objects.filter(pk=pk).update": PERSONAL,
    "publication/removing.py: GroupFigure.objects.filter(is_made_up=True).delete": DERIVED,
    "publication/removing.py: SearchEntry.objects.filter(disclosure__in=revisions).delete": DERIVED,
    "publication/removing.py: StepTaken.objects.filter(disclosure__in=revisions).delete": AS_A_WHOLE,
    "publication/removing.py: Unit.objects.filter(is_made_up=True).delete": AS_A_WHOLE,
    "publication/removing.py: model._default_manager.filter(disclosure__in=revisions).delete": AS_A_WHOLE,
    "publication/removing.py: revisions.delete": AS_A_WHOLE,
    "publication/search/indexing.py: SearchEntry.objects.all().delete": DERIVED,
    "publication/search/indexing.py: SearchEntry.objects.bulk_create": DERIVED,
    "publication/search/indexing.py: SearchEntry.objects.filter(disclosure=disclosure).delete": DERIVED,
    "publication/search/shared.py: SearchEntry.objects.bulk_create": DERIVED,
    "publication/search/shared.py: SearchEntry.objects.filter(disclosure=None).delete": DERIVED,
    "publication/search/shared.py: _shared(EntryKind.TERM).filter(key__in=names).delete": DERIVED,
    "publication/search/shared.py: _shared(EntryKind.UNIT).filter(key=unit.slug).delete": DERIVED,
    "publication/standing/storage.py: GroupFigure.objects.all().delete": DERIVED,
    "publication/standing/storage.py: GroupFigure.objects.bulk_create": DERIVED,
    "publication/standing/storage.py: GroupFigure.objects.filter(**group._asdict()).delete": DERIVED,
    "publication/standing/storage.py: Peer.objects.all().delete": DERIVED,
    "publication/standing/storage.py: Peer.objects.bulk_create": DERIVED,
    "publication/standing/storage.py: Peer.objects.filter(disclosure__in=disclosures).delete": DERIVED,
    "publication/totals/storage.py: CodeTotal.objects.bulk_create": DERIVED,
    "publication/totals/storage.py: OtherMatter.objects.bulk_create": DERIVED,
    "publication/totals/storage.py: Shortfall.objects.bulk_create": DERIVED,
    "publication/totals/storage.py: model._default_manager.filter(disclosure__in=disclosures).delete": DERIVED,
    "statements/saving.py: model._default_manager.bulk_create": TELLS,
}


def calls():
    """Every such call of the package; `update` of a dictionary takes a positional argument, that of rows takes none."""
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        if "migrations" in file.parts or name.startswith(("audit/", "documents/")):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_for_many(node):
                yield f"{name}: {ast.unparse(node.func)}"


def _is_for_many(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in MANY:
        return False
    return not (call.func.attr == "update" and (call.args or ast.unparse(call.func.value).endswith("__dict__")))


def test_every_statement_for_many_rows_is_known_to_tell_or_to_have_nothing_to_tell():
    assert sorted(set(calls())) == sorted(CALLS)


def test_every_model_is_watched_or_has_a_reason_why_not():
    ours = {model._meta.label for model in apps.get_models() if model.__module__.startswith("disclosures.")}
    of_accounts = ("auth", "otp_totp", "otp_static")
    theirs = {model._meta.label for label in of_accounts for model in apps.get_app_config(label).get_models()}
    assert ours | theirs == {*WATCHED, *NOT_WATCHED}
    assert not WATCHED.keys() & NOT_WATCHED.keys()


def test_every_part_of_a_revision_is_watched_as_one():
    assert all(WATCHED[part._meta.label].belongs is TO_DISCLOSURE for part in PARTS)


@pytest.mark.parametrize("label", WATCHED)
def test_the_declaration_names_fields_that_there_are(label):
    fields = {field.name: field for field in apps.get_model(label)._meta.concrete_fields}
    watched = WATCHED[label]
    assert {*watched.without, *watched.secret, *watched.named} <= fields.keys()
    assert all(fields[name].is_relation for name in watched.named)


def test_passwords_are_secret_and_no_content_of_a_file_is_asked_for_a_name():
    assert "password" in WATCHED[User._meta.label].secret
    for watched in WATCHED.values():
        assert "source" not in watched.named  # it would be loaded with all its bytes
    assert any(isinstance(field, BinaryField) for field in apps.get_model("statements.SourceDocument")._meta.fields)
