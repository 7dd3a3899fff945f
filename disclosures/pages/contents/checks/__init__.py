"""What the checks found, as a reader meets it: signs, sentences, the page of all findings, the marks on other pages."""
