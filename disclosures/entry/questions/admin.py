"""The list of what readers ask, and one question with what can be done with it."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from disclosures.addresses import links
from disclosures.entry.access import OfReachedUnits, ViewOnly
from disclosures.entry.questions.form import DEEDS, DeedForm, deeds_for
from disclosures.publication.models import ReaderQuestion
from disclosures.publication.workflow import WorkflowError
from disclosures.staff.rights import SEE_QUESTIONS


@admin.register(ReaderQuestion)
class ReaderQuestionAdmin(ViewOnly, OfReachedUnits, admin.ModelAdmin):
    """A question is neither made nor deleted here, and what was asked is not changed."""

    to_unit = "disclosure__unit"
    list_display = ["number", "asked_at", "unit", "subject", "words", "state"]
    list_display_links = ["number", "words"]
    list_filter = ["state"]
    search_fields = ["text", "subject", "disclosure__unit__name"]
    list_select_related = ["disclosure__unit"]
    asked = ("state", "unit", "asked_about", "text", "asked_at")

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(SEE_QUESTIONS, obj)

    def has_change_permission(self, request, obj=None):
        return obj is not None and self.has_view_permission(request, obj) and bool(deeds_for(request.user, obj))

    def get_fields(self, request, obj=None):
        if not self.has_change_permission(request, obj):
            return [*self.asked, "answer", "answered_by", "answered_at", "shown_by", "shown_at"]
        said = [] if "answer" in deeds_for(request.user, obj) else ["answer"]
        return [*self.asked, *said, "answered_by", "shown_by", *([] if said else ["answer"]), "deed"]

    def get_readonly_fields(self, request, obj=None):
        writes = {"deed"} if obj and "answer" not in deeds_for(request.user, obj) else {"answer", "deed"}
        return [name for name in self.get_fields(request, obj) if name not in writes]

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The form for whoever looks."""
        return type("DeedForm", (DeedForm,), {"deeds": deeds_for(request.user, obj)})

    def save_model(self, request, obj, form, change):
        """Take the step that was chosen; the row as it is now is locked there, and what does not fit is said."""
        deed = DEEDS[form.cleaned_data["deed"]]
        try:
            deed.do(obj, form.cleaned_data.get("answer", ""), request.user)
        except WorkflowError as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            self.message_user(request, deed.done, messages.SUCCESS)

    def save_related(self, request, form, formsets, change):
        """Nothing belongs to a question."""

    def construct_change_message(self, request, form, formsets, add=False):
        return DEEDS[form.cleaned_data["deed"]].title

    def response_change(self, request, obj):
        return HttpResponseRedirect(reverse("admin:publication_readerquestion_changelist"))

    @admin.display(description="号", ordering="pk")
    def number(self, question: ReaderQuestion) -> str:
        return str(question.pk)

    @admin.display(description="单位")
    def unit(self, question: ReaderQuestion) -> str:
        return f"{question.disclosure.unit_name} {question.disclosure.year}"

    @admin.display(description="问题")
    def words(self, question: ReaderQuestion) -> str:
        return question.text[:60]

    @admin.display(description="问的是")
    def asked_about(self, question: ReaderQuestion) -> str:
        """The place as it is called, a link to where it stands in the revision that was asked about."""
        href = links.pinned(question.disclosure).front() + question.place
        return format_html('<a href="{}">{}</a>', href, question.subject)
