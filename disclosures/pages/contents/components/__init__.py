"""Every component of the templates with what it shows of a disclosure that is published, for those who build pages."""
