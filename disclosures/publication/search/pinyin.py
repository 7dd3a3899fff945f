"""How a name is typed in Latin letters: the initials of its characters, or all of their pinyin."""


def typed(name: str) -> list[str]:
    """Both ways from each character on, so that 抚顺市信访局 is found by fssxfj, xfj, fushun and xinfangju.

    The dictionary is loaded when it is first needed: only publishing needs it, and it takes some 60 MB.
    """
    from pypinyin import lazy_pinyin

    syllables = [syllable for syllable in lazy_pinyin(name, errors="ignore") if syllable.isascii()]
    starts = range(len(syllables))
    initials = ["".join(syllable[0] for syllable in syllables[start:]) for start in starts]
    return [*initials, *("".join(syllables[start:]) for start in starts)]
