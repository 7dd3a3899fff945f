"""The signed lists: each against its signature, its root, the one before, and what is published now."""

from collections.abc import Iterator

from disclosures.publication.signed.keys import is_signed, trusted_keys
from disclosures.publication.signed.lists import end_of, public_digests, root
from disclosures.publication.signed.models import DigestList


def list_differences() -> Iterator[str]:
    """What differs; nothing before a first list was signed."""
    previous, seen, now = "", set(), dict(public_digests())
    trusted = trusted_keys() if DigestList.objects.exists() else set()
    for each in DigestList.objects.iterator(chunk_size=1):
        if not is_signed(bytes(each.content), bytes(each.signature), each.public_key):
            yield f"{each} 的校验码清单：签名与内容不符。"
            continue
        if each.public_key not in trusted:
            yield f"{each} 的校验码清单：不是用这个网站的密钥签的。"
        told = each.told()
        if told["previous"] != previous or told["month"] != each.month or told["root"] != root(told["revisions"]):
            yield f"{each} 的校验码清单：与上一期或与自己的内容接不上。"
        for address, digest in told["revisions"]:
            seen.add(address)
            if now.get(address) != digest:
                yield f"{address}：与 {each} 签名的校验码不符。"
        previous = each.sha256
    yield from _left_out(seen)


def _left_out(seen: set[str]) -> Iterator[str]:
    """What was public by the end of the last list's month is in it or in one before."""
    if last := DigestList.objects.last():
        for address, _ in public_digests(end_of(last.month)):
            if address not in seen:
                yield f"{address}：{last} 以前公开，却不在签名的清单里。"
