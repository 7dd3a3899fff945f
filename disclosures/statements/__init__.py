"""The disclosure as models: unit, disclosure, the official tables, performance forms, narrative and glossary."""
