"""Where programs of others ask to be told what is published."""
