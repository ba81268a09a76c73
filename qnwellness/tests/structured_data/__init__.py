"""What pages say of themselves to machines, read from what is really rendered."""
