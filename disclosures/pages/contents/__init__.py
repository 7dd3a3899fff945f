"""What each page says, as frozen dataclasses: every query and every figure stands here, none in a template."""
