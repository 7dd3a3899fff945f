"""What a document that this site makes says of itself on its last page, and how these words are known again."""

import re

_TITLE = "关于这份文件"
_MADE = "本文件按“决算公开”网站上的数据编排，内容与网上第 {revision} 版一致。"
_DRAFT = "本文件按草稿的数据编排，没有发布，没有校验码。"
_WRITTEN = "决算情况说明由网站按各表编写，【待填】的地方由单位填写。"
_CONTENTS = "目录由网站编排。"
_PAGES = "目录里的页码由网站编排。"
_ADDRESS = "网址："
_SOURCE = "来源：{address}，第 {revision} 版，SHA-256 {digest}"
_DIGEST = "校验码（SHA-256）"

_KNOWN = re.compile(
    "|".join(
        (
            _TITLE,
            f"(?:{_DRAFT}(?:{_WRITTEN})?|{_MADE.format(revision='[0-9]{1,4}')})(?:{_CONTENTS}|{_PAGES})?",
            rf"{_ADDRESS}https?://\S+",
            re.escape(_DIGEST),
            "[0-9a-f]{64}",
        )
    ).replace(" ", "")
)

_WHERE = _SOURCE.format(address="https?://[^，]+", revision="[0-9]{1,4}", digest="[0-9a-f]{64}")
_BELOW_A_TABLE = re.compile(f"{_WHERE}|{_DRAFT}".replace(" ", ""))


def below_a_table(revision: int, address: str, digest: str) -> str:
    """The line below a table as a file: where it stands and by what it is verified. A draft has no digest."""
    return _SOURCE.format(address=address, revision=revision, digest=digest) if digest else _DRAFT


def is_below_a_table(text: str) -> bool:
    """Whether the words are that line."""
    return bool(_BELOW_A_TABLE.fullmatch("".join(text.split())))


def colophon(
    revision: int,
    address: str,
    digest: str,
    *,
    has_own_contents: bool,
    has_own_pages: bool = True,
    has_own_sentences: bool = True,
) -> list[str]:
    """The lines of the last page, its heading first; `address` is the one that stays. A draft has no digest."""
    beside = _CONTENTS if not has_own_contents else "" if has_own_pages else _PAGES
    if not digest:
        return [_TITLE, _DRAFT + ("" if has_own_sentences else _WRITTEN) + beside]
    return [_TITLE, _MADE.format(revision=revision) + beside, _ADDRESS + address, _DIGEST, digest]


def begins_colophon(text: str) -> bool:
    """Whether the words, however lines break them, are the heading of that page."""
    return "".join(text.split()) == _TITLE


def is_of_colophon(text: str) -> bool:
    """Whether they are one of its lines and nothing else."""
    return bool(_KNOWN.fullmatch("".join(text.split())))


def tells_of_contents(text: str) -> bool:
    """Whether they say that the list of contents is none of the document's own."""
    return is_of_colophon(text) and "".join(text.split()).endswith(_CONTENTS)


def tells_of_pages(text: str) -> bool:
    """Whether they say that the numbers of pages in the contents are none of the document's own."""
    return is_of_colophon(text) and "".join(text.split()).endswith((_CONTENTS, _PAGES))
