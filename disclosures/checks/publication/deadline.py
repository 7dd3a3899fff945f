"""The days that the law leaves between approval and publication (预算法第十四条), not counting that of approval."""

from datetime import date, timedelta

DAYS = 20
SOON = 5  # from how many days before the last one on it is said that time runs out


def last_day(approved: date) -> date:
    """The last day on which a department may publish in time."""
    return approved + timedelta(days=DAYS)


def first_in_time(today: date) -> date:
    """What was approved before this day can no longer be published in time."""
    return today - timedelta(days=DAYS)


def first_with_room(today: date) -> date:
    """What was approved on or after this day still has more than a few days."""
    return today - timedelta(days=DAYS - SOON - 1)
