"""The front door of the site."""
