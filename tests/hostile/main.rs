//! Bytes, letters and command lines that nobody means well, and what the program makes of them:
//! always a letter or one clear sentence.
//!
//! The properties are tried on the same cases every time. `PROPTEST_CASES` asks for more of them, and
//! `PROPTEST_RNG_SEED` for others; what was found that way is kept as a case with a name.

#[path = "../commands/call.rs"]
#[allow(dead_code)] // a part of it is used here
mod call;
#[path = "../common/mod.rs"]
mod common;

mod arguments;
mod bytes;
mod files;
mod large;

mod made;
mod stages;
