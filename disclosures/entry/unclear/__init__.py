"""What a scan left in doubt, compared place by place with its picture before anything of it is submitted."""
