"""What privacy officers and coordinators do about how long things are kept."""
