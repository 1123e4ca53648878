"""Something planned in an address: the number of its entry, no larger than a row can have."""

NUMBER = "<int(max=999999999):number>"
