"""What the public and the States Parties may see, from when on, and what they would see before anybody decides it."""
