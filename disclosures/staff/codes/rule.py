"""Who needs a one-time code to work here."""

from typing import Any

from disclosures.staff.roles import WITH_CODE
from disclosures.staff.scope import memberships_today


def needs_code(user: Any) -> bool:
    """Who publishes or manages people; others may have one. No query where their rights were asked before."""
    return user.is_superuser or any(membership.role in WITH_CODE for membership in memberships_today(user))


def gave_code(user: Any) -> bool:
    """Whether this session began with a code of theirs; the middleware of django-otp says so."""
    return getattr(user, "otp_device", None) is not None


def lacks_code(user: Any) -> bool:
    """Whether somebody has to give a code first, or to set one up."""
    return needs_code(user) and not gave_code(user)
