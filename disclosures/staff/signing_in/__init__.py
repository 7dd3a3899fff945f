"""How staff sign in: how often somebody may try, and from where."""
