"""Number formats: what a spreadsheet shows of what a cell holds."""
