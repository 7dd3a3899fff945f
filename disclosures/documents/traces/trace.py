"""A trace: something in a file that its reader does not see and its author may not want to publish."""

from typing import NamedTuple

AUTHOR, CHANGER, PROPERTY, COMMENT, CHANGE = "作者", "最后修改者", "文档属性", "批注", "修订"
HIDDEN_SHEET, HIDDEN_LINES, EMBEDDED, THUMBNAIL = "隐藏的工作表", "隐藏的行列", "嵌入的文件", "缩略图"
LOCAL_PATH, MACRO, REMARK, UNKNOWN = "本机路径", "宏", "源代码注释", "没有检查"


class Trace(NamedTuple):
    """Its kind as a clerk would call it, where in the file it stands, and what it says."""

    kind: str
    place: str
    text: str
