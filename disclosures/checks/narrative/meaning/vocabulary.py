"""All names that one disclosure may use: those of the vocabulary, of its tables, of its forms."""

from functools import cached_property

from disclosures.checks.narrative.meaning.codes import Codes
from disclosures.checks.narrative.meaning.phrases.clauses import Clauses
from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.squeezing import squeeze
from disclosures.statements.loaded import Form, LoadedDisclosure


class Vocabulary:
    """Reads the clauses of each section, and finds forms."""

    def __init__(self, loaded: LoadedDisclosure):
        self.loaded = loaded
        self.codes = Codes(loaded)
        self._unit_name = squeeze(loaded.disclosure.unit_name).text
        self._clauses: dict[Scope | None, Clauses] = {}

    def clauses(self, scope: Scope | None) -> Clauses:
        """What reads the clauses of that section."""
        if scope not in self._clauses:
            self._clauses[scope] = Clauses(self.codes, self._unit_name, self.loaded.disclosure.year, scope)
        return self._clauses[scope]

    @cached_property
    def _forms(self) -> dict[str, Form]:
        return {squeeze(form.form.name).text: form for form in self.loaded.forms}

    def form(self, name: str) -> Form | None:
        """The project's self-evaluation form with that squeezed name."""
        return self._forms.get(name)
