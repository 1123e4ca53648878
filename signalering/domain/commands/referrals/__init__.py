"""Commands of the room referrals."""
