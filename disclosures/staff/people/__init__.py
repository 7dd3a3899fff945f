"""What administrators do for somebody who lost the phone or the password."""
