"""What a scanned page leaves in doubt, with a picture of it; nothing here needs the recogniser."""

from dataclasses import dataclass

from disclosures.documents.pdf.drawn.boxes import Box


@dataclass(frozen=True)
class Mark:
    """Something read with doubt: where it stands on its page, what was read, why it is doubtful, a PNG of it."""

    box: Box
    text: str
    reason: str
    picture: bytes
