// Holds nothing: the object that the precompiled headers belong to.
