"""What is wrong when the database or the disk is: one sentence for whoever runs the site, in place of a traceback."""

import errno

_KEPT = "这一步没有保存，已有的数据都在。"

# What SQLite, PostgreSQL and the system say, as it begins or somewhere within, and what that means here.
_SENTENCES = (
    ("database is locked", f"数据库正被另一个程序写入，等了很久也没有轮到；{_KEPT}请稍后再试。"),
    (
        "unable to open database file",
        "打不开数据库文件：它所在的文件夹不存在，或者不能写。请建好文件夹，或改正 DATABASE_URL。",
    ),
    ("readonly database", f"数据库只能读，不能写；{_KEPT}请检查文件和磁盘的权限。"),
    ("read-only", f"数据库或磁盘只能读，不能写；{_KEPT}请检查权限。"),
    ("disk is full", f"磁盘已满；{_KEPT}请腾出空间后再试。"),
    ("no space left", f"磁盘已满；{_KEPT}请腾出空间后再试。"),
    ("no such table", "数据库还没有准备好；请先运行 manage.py migrate。"),
    ("disk image is malformed", "数据库文件已损坏；请停下来，用备份恢复。"),
)
_OF_THE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}


def is_of_the_disk(error: BaseException | None) -> bool:
    """Whether the system could not write: the disk is full, or may only be read."""
    return isinstance(error, OSError) and error.errno in _OF_THE_DISK


def sentence(error: BaseException) -> str:
    """What the error means and what to do; an unknown one in its own words, on one line."""
    said = " ".join(str(error).split())
    known = (meaning for words, meaning in _SENTENCES if words in said.lower())
    return next(known, f"数据库没有应答：{said}")
