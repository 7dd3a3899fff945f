"""What several pages share: the frame around them, tools, phrases, shares and bars."""
