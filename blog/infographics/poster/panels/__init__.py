"""What a panel shows on a poster, one kind a file with the same stem as its block."""
