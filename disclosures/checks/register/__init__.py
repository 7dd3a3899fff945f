"""Every rule, one after the other, as an accountant would read them; families are data in the modules they name."""
