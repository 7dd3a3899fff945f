"""Documents in a zip: each for itself, and no more of them than may be."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile

from disclosures.entry.imports.uploads import MOST_FILES, receive


def packed(contents):
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.fixture
def received(db):
    clerk = User.objects.create_user("clerk")
    return lambda content: receive(clerk, [SimpleUploadedFile("all.zip", content)])


def test_each_document_is_kept_and_the_others_give_a_sentence(received):
    kept, refused = received(
        packed({"年/甲.csv": b"a", "../乙.csv": b"b", "丙.exe": b"c", "__MACOSX/x": b"", "年/": b""})
    )
    assert [(upload.name, bytes(upload.content)) for upload in kept] == [("甲.csv", b"a"), ("乙.csv", b"b")]
    assert [message.partition(" ")[0] for message in refused] == ["丙.exe"]


def test_names_from_windows_are_read(received):
    content = packed({"AAAA.csv": b"a"}).replace(b"AAAA", "决算".encode("gbk"))
    assert [upload.name for upload in received(content)[0]] == ["决算.csv"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"no zip", "all.zip 损坏了，打不开。"),
        (packed({}), "all.zip 里没有文件。"),
        (packed({f"{n}.csv": b"x" for n in range(MOST_FILES + 1)}), "all.zip 里有 201 份文件，一次最多 200 份"),
    ],
)
def test_a_zip_that_cannot_be_unpacked_is_refused(received, content, expected):
    kept, (message,) = received(content)
    assert not kept
    assert message.startswith(expected)


def test_a_bomb_is_not_unpacked(received, settings):
    settings.READING_LIMITS = {"unpacked_megabytes": 1}
    kept, (message,) = received(packed({"a.csv": b"0" * 5_000_000}))
    assert not kept
    assert message == "all.zip 太大：解压后的大小（MB）超过 1，没有读入。"
