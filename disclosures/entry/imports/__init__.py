"""Documents that come in: imported, cleaned, read again, and put in the place of what they renew."""
