"""How much of a file is read: a hostile or mistaken one costs its own reading and nothing else."""

from dataclasses import dataclass

from disclosures.documents.items import DocumentError


@dataclass(frozen=True)
class Limits:
    """The largest file that is read; a real disclosure stays below a tenth of each."""

    megabytes: int = 50
    unpacked_megabytes: int = 500  # of an archive: xlsx, ods, docx
    pages: int = 500
    scanned_pages: int = 150  # pictures of pages, each of which takes seconds
    megadots: int = 60  # of one picture, once it is unpacked
    rows: int = 20_000
    cells: int = 400_000
    items: int = 100_000  # paragraphs, tables, and texts that nobody sees
    characters: int = 5_000_000
    cell_characters: int = 200_000  # of one cell or paragraph
    seconds: int = 60  # anew for every scanned page
    memory_megabytes: int = 2_000  # of the process that reads it
    answer_megabytes: int = 64  # of what that process hands over; all that the others allow takes less

    def check(self, name: str, measure: str, value: int) -> None:
        """Raise with a sentence that names the file where the measured value is over its limit."""
        limit = getattr(self, measure)
        if value > limit:
            raise DocumentError(f"{name} 太大：{_TITLES[measure]}超过 {limit:,}，没有读入。")


_TITLES = {
    "megabytes": "文件大小（MB）",
    "unpacked_megabytes": "解压后的大小（MB）",
    "pages": "页数",
    "scanned_pages": "扫描的页数",
    "megadots": "一张图片的像素（百万）",
    "rows": "行数",
    "cells": "单元格数",
    "items": "段落和表格数",
    "characters": "字数",
    "cell_characters": "一格或一段的字数",
    "seconds": "读取时间（秒）",
    "answer_megabytes": "读出的内容（MB）",
}

DEFAULT = Limits()
