"""Everything public for programs: lists and single things under `/api/v1/`, described by one OpenAPI document."""
