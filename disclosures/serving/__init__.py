"""What stands before Django: it bounds what strangers may send, and answers again what was answered before."""
