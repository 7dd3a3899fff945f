"""The disclosure as models: unit, disclosure, the nine tables, performance forms, narrative and glossary."""
