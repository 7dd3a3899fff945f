"""What is looked at before a disclosure is submitted, returned or published: its contents, findings and corrections."""
