"""The one table of steps that a revision may take; the workflow follows it and the database enforces it."""

from dataclasses import dataclass

from disclosures.statements.models import State


@dataclass(frozen=True)
class Step:
    """A step from one state to another, its name for the clerk, and the fields of the disclosure that it may set."""

    name: str
    source: State
    target: State
    sets: tuple[str, ...]


SUBMIT = Step("提交", State.DRAFT, State.SUBMITTED, ("state",))
RETURN = Step("退回修改", State.SUBMITTED, State.DRAFT, ("state",))
PUBLISH = Step("发布", State.SUBMITTED, State.PUBLISHED, ("state", "published_at", "digest"))
SUPERSEDE = Step("取代", State.PUBLISHED, State.SUPERSEDED, ("state", "closed_at"))
WITHDRAW = Step("撤回", State.PUBLISHED, State.WITHDRAWN, ("state", "closed_at", "withdrawal_reason"))

STEPS = (SUBMIT, RETURN, PUBLISH, SUPERSEDE, WITHDRAW)

# The states that a reader may see: none of them leads back to a draft.
PUBLIC = (State.PUBLISHED, State.SUPERSEDED, State.WITHDRAWN)

# The states in which a revision can be corrected by a new one.
REVISABLE = (State.PUBLISHED, State.WITHDRAWN)

# What tells where a revision stands and since when, not what the document says: no part of its digest or of a copy.
STATUS = ("state", "digest", "created_at", "published_at", "closed_at", "withdrawal_reason")
