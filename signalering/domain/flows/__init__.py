"""Which state follows which, by whom and with what reason: one table per thing that moves."""
