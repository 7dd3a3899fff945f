"""Tags of the admin's own templates."""
