"""What a status paper says: `reader` reads the whole, each other module one part of it."""
