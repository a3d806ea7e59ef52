"""One form for any kind of fact, made from its dataclass: for recording and for correcting. `form_for(kind)` gives it."""
