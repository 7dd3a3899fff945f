"""The one table of steps that a revision may take; the workflow follows it and the database enforces it."""

from dataclasses import dataclass

from disclosures.statements.models import State


@dataclass(frozen=True)
class Step:
    """A step from one state to another, its key, its name for the clerk, and the fields that it may set."""

    key: str
    name: str
    source: State
    target: State
    sets: tuple[str, ...]


SUBMIT = Step("submit", "提交", State.DRAFT, State.SUBMITTED, ("state",))
RETURN = Step("return", "退回修改", State.SUBMITTED, State.DRAFT, ("state",))
PUBLISH = Step("publish", "发布", State.SUBMITTED, State.PUBLISHED, ("state", "published_at", "digest"))
SUPERSEDE = Step("supersede", "取代", State.PUBLISHED, State.SUPERSEDED, ("state", "closed_at"))
WITHDRAW = Step("withdraw", "撤回", State.PUBLISHED, State.WITHDRAWN, ("state", "closed_at", "withdrawal_reason"))
REINSTATE = Step("reinstate", "恢复", State.SUPERSEDED, State.PUBLISHED, ("state", "closed_at"))

# A new draft beside a revision that stays as it is: no change of state, so that the database has nothing to allow.
REVISE = Step("revise", "另建新版", State.DRAFT, State.DRAFT, ())

STEPS = (SUBMIT, RETURN, PUBLISH, SUPERSEDE, WITHDRAW, REINSTATE)

# The states that a reader may see: none of them leads back to a draft.
PUBLIC = (State.PUBLISHED, State.SUPERSEDED, State.WITHDRAWN)

# The states in which a revision can be corrected by a new one.
REVISABLE = (State.PUBLISHED, State.WITHDRAWN)

# What tells where a revision stands and since when, not what the document says: no part of its digest or of a copy.
STATUS = ("state", "digest", "created_at", "published_at", "closed_at", "withdrawal_reason")
