"""Uploads as the pages make them, read at once, and what their previews show."""

import re

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from disclosures.classification.models import Region
from disclosures.entry.imports.background import read_upload
from disclosures.entry.models import UploadedFile
from disclosures.statements.models import Unit

SAMPLE = settings.BASE_DIR / "tests" / "documents" / "fushun-petition-office-2023.xlsx"
WHOLE = settings.BASE_DIR / "fixtures" / "fushun-petition-office-2023.txt"
NAME = "中共辽宁省抚顺市委抚顺市人民政府信访局（本级）"
LIST = reverse("admin:entry_uploadedfile_changelist")
_SEEN = re.compile(r'name="seen" value="(\w+)"')


def sample_unit(code="011001", name=NAME):
    region, _ = Region.objects.get_or_create(code="210400", defaults={"name": "抚顺市"})
    return Unit.objects.get_or_create(region=region, code=code, defaults={"name": name})[0]


def page_of(upload):
    return reverse("admin:entry_uploadedfile_change", args=[upload.pk])


def uploaded(client, content, name="决算.xlsx"):
    """The page of a file that was sent and read."""
    answer = client.post(LIST, {"files": [SimpleUploadedFile(name, content)]}, follow=True)
    assert "收下 1 份文件" in answer.text, answer.text
    upload = UploadedFile.objects.latest("pk")
    read_upload.call(upload.pk)
    return page_of(upload)


def taken(client, page, *pieces, **more):
    """What is said after these pieces were taken; all of them without any."""
    seen = _SEEN.search(client.get(page).text)
    data = {"do": "some" if pieces else "all", "pieces": pieces, "seen": seen[1] if seen else "", **more}
    return client.post(page, data, follow=True).text


def summary(client, page):
    """What the preview says of each piece, by its short name."""
    context = client.get(page).context
    return {row["piece"].short: row["piece"].state for row in context["rows"]}
