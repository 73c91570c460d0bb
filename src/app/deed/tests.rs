//! Deeds, tried on small networks.
