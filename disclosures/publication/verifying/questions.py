"""What readers asked and was answered: as it was when a second person made it public."""

from collections.abc import Iterator

from disclosures.publication.questions.models import ReaderQuestion
from disclosures.publication.questions.steps import digest
from disclosures.publication.steps import PUBLIC


def question_differences() -> Iterator[str]:
    """What differs of those that are or were shown."""
    shown = ReaderQuestion.objects.filter(state__in=["published", "withdrawn"]).select_related("disclosure")
    for question in shown.order_by("pk").iterator(chunk_size=100):
        name = f"第 {question.pk} 号读者提问"
        if question.digest != digest(question):
            yield f"{name}：问或答与公开时不同。"
        if None in (question.answered_by_id, question.shown_by_id):
            yield f"{name}：没有写明谁答复、谁公开。"
        if question.disclosure.state not in PUBLIC:
            yield f"{name}：它问的那一版没有公开过。"
