//! What the views say of one and the same world.
