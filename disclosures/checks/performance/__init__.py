"""Self-evaluation forms: their points, rates, targets, reasons and words, against themselves and the accounts."""
