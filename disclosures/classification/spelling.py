"""Names in Latin letters: 抚顺市信访局 is Fushun Shi Xinfang Ju; words are places, else two characters, as most are."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from disclosures.classification.official import official_regions

_LEVEL = re.compile(r"(?:自治区|自治州|自治县|自治旗|特别行政区|地区|新区|省|市|盟|州|区|县|旗)$")
_LEVEL_AFTER = re.compile(_LEVEL.pattern.removesuffix("$"))
_ALONE = "和与及的省市县区州旗委局厅"  # characters that are words by themselves, as a rule
_TOGETHER = ("委员会", "办公室", "图书馆", "档案馆", "市场", "分局")  # words that are no pair of their own accord
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_BRACKETS = str.maketrans("（）“”、，", '()"",,')


@lru_cache(maxsize=4096)
def spelt(name: str) -> str:
    """The name of a place or an office in pinyin, without tones."""
    spaced = _CHINESE.sub(lambda found: " ".join(map(one_word, _words(found[0]))) + " ", name.translate(_BRACKETS))
    spaced = re.sub(r"(?<=\d)(?=[A-Z])", " ", spaced)
    return re.sub(r"(?<=[\w)])\(", " (", re.sub(r" (?=[),])", "", spaced)).strip()


def _words(text: str) -> Iterator[str]:
    while text:
        place = next((text[:size] for size in range(min(len(text), 8), 1, -1) if text[:size] in _places()), "")
        level = _LEVEL_AFTER.match(text[len(place) :]) if place else None
        if place:
            yield place
            if level:
                yield level[0]
            text = text[len(place) + (len(level[0]) if level else 0) :]
        else:
            known = next((word for word in _TOGETHER if text.startswith(word)), "")
            size = len(known) or (1 if text[0] in _ALONE or text[1:2] in ("局", "厅") else 2)
            yield text[:size]
            text = text[size:]


@cache
def _places() -> frozenset[str]:
    """What regions are called without their level."""
    names = (_LEVEL.sub("", region.name) for region in official_regions().values())
    return frozenset(name for name in names if len(name) > 1)


def one_word(word: str) -> str:
    """A word or the name of a place in pinyin, in one piece: Dang'anguan."""
    from pypinyin import lazy_pinyin  # a dictionary of its own, loaded only where a page asks for it

    first, *rest = lazy_pinyin(word)
    return first.capitalize() + "".join(f"'{one}" if one[0] in "aeo" else one for one in rest)
