"""What tests share: a made-up town, real databases, a browser."""
