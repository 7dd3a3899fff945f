"""A list of codes that a ministry of finance gives out for a year: read, compared with what is known, taken over."""
