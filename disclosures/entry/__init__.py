"""The Django admin for clerks: typing, pasting, importing, checking, submitting, publishing."""
