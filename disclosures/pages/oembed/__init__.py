"""What other sites ask for to show a disclosure, a table or a chart of ours, by the oEmbed specification."""
