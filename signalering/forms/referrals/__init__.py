"""Forms of the room referrals."""
