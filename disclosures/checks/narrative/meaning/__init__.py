"""How the text is read: words compare, figures are found, and each gets a meaning from what stands around it."""
