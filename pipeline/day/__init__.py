"""One day from end to end: gather what is so, decide what follows, apply it, show it; the only room that joins the stages."""
