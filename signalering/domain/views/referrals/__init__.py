"""Views of the room referrals."""
